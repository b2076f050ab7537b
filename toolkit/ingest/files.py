"""Files and folders -> the files to read, in a fixed order."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from toolkit.errors import InputError
from toolkit.ingest.encoding import shown
from toolkit.ingest.raw import unread
from toolkit.records import Warning


def find_files(inputs: Iterable[str | Path], suffixes: Iterable[str]) -> Iterator[Path | Warning]:
    """Every readable file of the inputs, folders recursively and sorted; a warning for each file passed over.

    Args:
        inputs: files and folders.
        suffixes: the file name endings that can be read, in lower case with their dot.

    Raises:
        InputError: an input does not exist.
    """
    allowed = sorted(suffixes)
    paths = [Path(item) for item in inputs]
    for path in paths:
        if not _exists(path):
            raise InputError(f"there is no file or folder {shown(path)!r}; check the path")
    for path in paths:
        for file in _files_below(path) if path.is_dir() else [path]:
            yield file if isinstance(file, Warning) else _reason(file, allowed) or file


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name that is too long, or below a folder that may not be entered
        return False


def _files_below(folder: Path) -> Iterator[Path | Warning]:
    try:
        inside = sorted(folder.iterdir())
    except OSError as problem:
        reason = f"the folder cannot be opened: {problem.strerror}; check its permissions"
        yield unread(shown(folder), "unreadable", reason)
        return
    for path in inside:
        if path.name.startswith("."):
            reason = "the name begins with a dot, so it was passed over; rename it to have it read"
            yield unread(shown(path), "hidden", reason)
        elif path.stem.lower() == "readme" and path.is_file():
            reason = "it describes the folder, so it was passed over; name the file itself to have it read"
            yield unread(shown(path), "readme", reason)
        elif path.is_dir() and not path.is_symlink():
            yield from _files_below(path)
        else:
            yield path


def _reason(file: Path, allowed: list[str]) -> Warning | None:
    """Why a file is not read; None when it is."""
    if not file.is_file():
        return unread(shown(file), "not_a_file", "this is no regular file; copy its content to one to read it")
    if file.suffix.lower() not in allowed:
        reason = f"files ending in {file.suffix!r} are not read; allowed are {', '.join(allowed)}; convert the file"
        return unread(shown(file), "unknown_suffix", reason)
    return None
