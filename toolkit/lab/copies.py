"""Working copies of the notebooks: the analyst's to run and change, while the originals stay as they are shipped."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from toolkit.errors import LabError
from toolkit.workbench import PROJECT, open_workbench

ORIGINALS = PROJECT / "notebooks"
# Where a copy keeps the fingerprint of the code and prose that it was made with.
_MARK = "toolkit"


def originals() -> list[Path]:
    """The notebooks as they are shipped, in their order.

    Raises:
        LabError: there are none, as in an installation without a checkout.
    """
    found = sorted(ORIGINALS.glob("*.ipynb"))
    if not found:
        raise LabError(f"there are no notebooks in {ORIGINALS}; run `lab` from a checkout of the project")
    return found


def copies(folder: Path) -> Mapping[Path, NotebookNode]:
    """The copies to run, as shipped, by their paths; those that the analyst has changed are left out."""
    known = {folder / original.name: original for original in originals()}
    return {copy: fresh(original) for copy, original in known.items() if not is_changed(copy)}


def changed(folder: Path) -> list[str]:
    """The names of the notebooks whose copies the analyst has changed."""
    return [path.stem for path in originals() if is_changed(folder / path.name)]


def fresh(original: Path) -> NotebookNode:
    """A notebook as shipped, with its code collapsed: results come first."""
    notebook = nbformat.read(original, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.metadata["jupyter"] = {"source_hidden": True}
    notebook.metadata[_MARK] = {"made_from": _fingerprint(notebook)}
    return notebook


def is_changed(copy: Path) -> bool:
    """Whether somebody has changed code or prose of the copy; results do not count. Unreadable files do."""
    if not copy.exists():
        return False
    try:
        notebook = nbformat.read(copy, as_version=4)
    except (OSError, ValueError, nbformat.reader.NotJSONError, nbformat.ValidationError):
        return True
    return bool(notebook.metadata.get(_MARK, {}).get("made_from") != _fingerprint(notebook))


def write(path: Path, notebook: NotebookNode) -> None:
    """Write the notebook so that a reader sees the old one or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    nbformat.write(notebook, part)
    part.replace(path)


def restore(name: str, *, folder: str | Path | None = None) -> Path:
    """Put the original in the place of a working copy; a copy with changes is kept beside it.

    Args:
        name: the notebook, as `03_timeline`.
        folder: the workbench, the project's own unless given.

    Returns:
        The path of the restored copy; load it again in JupyterLab and run it.

    Raises:
        LabError: there is no such notebook.
    """
    known = {path.stem: path for path in originals()}
    original = known.get(name.removesuffix(".ipynb"))
    if original is None:
        raise LabError(f"there is no notebook {name!r}; choose from {', '.join(known)}")
    copy = open_workbench(folder).folder / original.name
    if is_changed(copy):
        copy.replace(_free(copy))
    write(copy, fresh(original))
    return copy


def _free(copy: Path) -> Path:
    """A name beside the copy that nothing has yet: `03_timeline.changed.ipynb`, then with a number."""
    names = (copy.with_suffix(f".changed{number or ''}.ipynb") for number in range(1000))
    return next(name for name in names if not name.exists())


def _fingerprint(notebook: NotebookNode) -> str:
    told = "\0".join(f"{cell.cell_type}\n{cell.source}" for cell in notebook.cells)
    return sha256(told.encode()).hexdigest()
