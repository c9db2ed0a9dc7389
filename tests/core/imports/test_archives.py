import errno
import io
import os
import random
import stat
import unicodedata
import zipfile

import pytest

from commemoration.core.imports import limits
from commemoration.core.imports.archives import ArchiveRefused, FileFolder, unpack_archive


def archive_of(*entries, compression=zipfile.ZIP_DEFLATED):
    """Entries are (name or ZipInfo, bytes)."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as archive:
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


@pytest.mark.parametrize("compression", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_archive_with_a_damaged_stream_is_refused(tmp_path, compression):
    noise = random.Random(1).randbytes(1_000_000).hex().encode()
    file = archive_of(("a.jpg", b"1"), ("b.jpg", noise), compression=compression)
    content = bytearray(file.getvalue())
    start = content.index(b"b.jpg") + len(b"b.jpg") + 10
    content[start : start + 5000] = b"\xff" * 5000

    with pytest.raises(ArchiveRefused, match="damaged"):
        unpack_archive(io.BytesIO(content), tmp_path / "out")

    assert list(tmp_path.iterdir()) == []


def test_archive_whose_names_are_no_text_is_refused(tmp_path):
    content = archive_of(("é.jpg", b"1")).getvalue()
    garbled = content.replace("é".encode(), b"\xff\xff")
    assert garbled != content

    with pytest.raises(ArchiveRefused, match="damaged"):
        unpack_archive(io.BytesIO(garbled), tmp_path / "out")

    assert list(tmp_path.iterdir()) == []


class BrokenUpload(io.BytesIO):
    """An upload that can be read up to its entries, then fails as the disk below it does."""

    def __init__(self, content, error):
        super().__init__(content)
        self.error = error
        self.listed = False

    def read(self, size=-1):
        if self.listed and self.tell() < 100:
            raise self.error
        self.listed = self.listed or self.tell() > 100
        return super().read(size)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_full_disk_is_not_blamed_on_the_archive(tmp_path, number):
    content = archive_of(*((f"{n}.jpg", b"1") for n in range(5))).getvalue()
    file = BrokenUpload(content, OSError(number, os.strerror(number)))

    with pytest.raises(ArchiveRefused, match=r"^The server has no room now. Try again later.$"):
        unpack_archive(file, tmp_path / "out")

    assert list(tmp_path.iterdir()) == []


def test_unpacking_that_is_broken_off_leaves_nothing(tmp_path):
    content = archive_of(*((f"{n}.jpg", b"1") for n in range(5))).getvalue()

    with pytest.raises(KeyboardInterrupt):
        unpack_archive(BrokenUpload(content, KeyboardInterrupt()), tmp_path / "out")

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


def test_folder_that_is_reached_by_a_link_is_not_empty(tmp_path):
    (tmp_path / "disk" / "box").mkdir(parents=True)
    (tmp_path / "disk" / "box" / "1.jpg").write_bytes(b"1")
    (tmp_path / "state").symlink_to(tmp_path / "disk")

    assert FileFolder(tmp_path / "state" / "box").find("1.jpg").read_bytes() == b"1"
    assert FileFolder(tmp_path / "state").find("box/1.jpg").read_bytes() == b"1"


def test_linked_folder_inside_is_not_entered(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "secret.jpg").write_bytes(b"3")
    (tmp_path / "box").mkdir()
    (tmp_path / "box" / "1.jpg").write_bytes(b"1")
    (tmp_path / "box" / "inner").symlink_to(tmp_path / "elsewhere")

    found = FileFolder(tmp_path / "box")

    assert (len(found), found.find("inner/secret.jpg")) == (1, None)


@pytest.mark.parametrize("name", ["../secret.jpg", "/etc/passwd", "link.jpg", "", "box1", "no.jpg"])
def test_name_never_leads_outside_the_folder(folder, name):
    assert folder.find(name) is None


def test_ambiguous_name_finds_nothing(tmp_path):
    for box in ("a", "b"):
        (tmp_path / box).mkdir()
        (tmp_path / box / "1.jpg").write_bytes(b"1")

    assert FileFolder(tmp_path).find("1.jpg") is None
    assert FileFolder(tmp_path).find("a/1.jpg") == tmp_path / "a" / "1.jpg"
