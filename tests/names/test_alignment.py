from commemoration.names.alignment import differences


def test_a_sound_without_letters_of_its_own_is_still_named():
    told = [(each.asked, each.found) for each in differences("unknown", "Iankov")]

    assert told[0] == ("u", "a")
