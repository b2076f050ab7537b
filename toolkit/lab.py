"""JupyterLab."""


def open_lab(*, port: int | None, browser: bool) -> int:
    return 2
