import io
import stat
import unicodedata
import zipfile

import pytest

from commemoration.core.imports import limits
from commemoration.core.imports.archives import ArchiveRefused, FileFolder, unpack_archive


def archive_of(*entries):
    """Entries are (name or ZipInfo, bytes)."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    file.seek(0)
    return file


def symlink_entry(name):
    entry = zipfile.ZipInfo(name)
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


def test_plain_files_are_unpacked_without_the_clutter(tmp_path):
    file = archive_of(("scans/a.jpg", b"1"), ("b.jpg", b"2"), ("__MACOSX/._a.jpg", b"x"))

    count = unpack_archive(file, tmp_path / "out")

    assert count == 2
    found = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.jpg"))
    assert found == ["out/b.jpg", "out/scans/a.jpg"]


@pytest.mark.parametrize(
    "name",
    ["../evil.jpg", "a/../../evil.jpg", "/etc/evil.jpg", "C:/evil.jpg", "a\\..\\evil.jpg"],
)
def test_path_that_leads_outside_is_refused(tmp_path, name):
    with pytest.raises(ArchiveRefused, match="unsafe name"):
        unpack_archive(archive_of(("good.jpg", b"1"), (name, b"2")), tmp_path / "out")

    assert list(tmp_path.iterdir()) == []


def test_symbolic_link_is_refused(tmp_path):
    file = archive_of((symlink_entry("link.jpg"), b"/etc/passwd"))

    with pytest.raises(ArchiveRefused, match="unsafe name"):
        unpack_archive(file, tmp_path / "out")

    assert list(tmp_path.iterdir()) == []


def test_bomb_is_refused_by_its_ratio(tmp_path):
    with pytest.raises(ArchiveRefused, match="suspicious size"):
        unpack_archive(archive_of(("bomb.jpg", b"\0" * 20_000_000)), tmp_path / "out")

    assert list(tmp_path.iterdir()) == []


def test_too_many_entries_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "MAX_ARCHIVE_ENTRIES", 2)

    with pytest.raises(ArchiveRefused, match="more than 2 files"):
        unpack_archive(archive_of(*((f"{n}.jpg", b"1") for n in range(3))), tmp_path / "out")


def test_too_many_bytes_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "MAX_ARCHIVE_UNPACKED_BYTES", 10)

    with pytest.raises(ArchiveRefused, match="more than is allowed"):
        unpack_archive(archive_of(("a", b"123456"), ("b", b"123456")), tmp_path / "out")


def test_size_that_lies_is_refused(tmp_path):
    content = archive_of(("a.jpg", b"A" * 5000)).getvalue()
    lying = content.replace((5000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert lying != content

    with pytest.raises(ArchiveRefused):
        unpack_archive(io.BytesIO(lying), tmp_path / "out")

    assert list(tmp_path.iterdir()) == []


def test_damaged_archive_is_refused(tmp_path):
    with pytest.raises(ArchiveRefused, match="damaged"):
        unpack_archive(io.BytesIO(b"PK\x03\x04 nothing"), tmp_path / "out")

    assert list(tmp_path.iterdir()) == []


def test_the_same_name_twice_is_refused(tmp_path):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.jpg", b"1")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("a.jpg", b"2")
    file.seek(0)

    with pytest.raises(ArchiveRefused):
        unpack_archive(file, tmp_path / "out")

    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def folder(tmp_path):
    scans = tmp_path / "scans"
    (scans / "box1").mkdir(parents=True)
    (scans / "IMG_1.JPG").write_bytes(b"1")
    (scans / "box1" / unicodedata.normalize("NFD", "Й-12.jpg")).write_bytes(b"2")
    (tmp_path / "secret.jpg").write_bytes(b"3")
    (scans / "link.jpg").symlink_to(tmp_path / "secret.jpg")
    return FileFolder(scans)


@pytest.mark.parametrize("name", ["IMG_1.JPG", "img_1.jpg", " ./Img_1.jpg "])
def test_file_is_found_whatever_the_case(folder, name):
    assert folder.find(name).read_bytes() == b"1"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("name", ["box1/Й-12.jpg", "box1\\й-12.JPG", "Й-12.jpg"])
def test_file_is_found_however_its_letters_are_composed(folder, name, form):
    assert folder.find(unicodedata.normalize(form, name)).read_bytes() == b"2"


@pytest.mark.parametrize("name", ["../secret.jpg", "/etc/passwd", "link.jpg", "", "box1", "no.jpg"])
def test_name_never_leads_outside_the_folder(folder, name):
    assert folder.find(name) is None


def test_ambiguous_name_finds_nothing(tmp_path):
    for box in ("a", "b"):
        (tmp_path / box).mkdir()
        (tmp_path / box / "1.jpg").write_bytes(b"1")

    assert FileFolder(tmp_path).find("1.jpg") is None
    assert FileFolder(tmp_path).find("a/1.jpg") == tmp_path / "a" / "1.jpg"
