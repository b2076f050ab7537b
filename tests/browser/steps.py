"""What every journey does: open a notebook, find the explorer in it, keep a picture."""

import os
import time
from pathlib import Path

import pytest

SHOTS = os.environ.get("TOOLKIT_SCREENSHOTS")


def shoot(page, name):
    """Keep a picture where TOOLKIT_SCREENSHOTS says, for people to look at."""
    if SHOTS:
        page.screenshot(path=str(Path(SHOTS) / f"{name}.png"))


def described(page, name):
    """What the server says of the notebook's working copy, without its content; nothing before there is one."""
    answer = page.request.get(page.address.replace("/lab/tree/01_load", f"/api/contents/{name}") + "&content=0")
    return answer.json() if answer.ok else {}


def wait_until(true):
    """Ask twice a second, for a minute."""
    for _ in range(120):
        if true():
            return
        time.sleep(0.5)
    pytest.fail("not in a minute")


def visit(page, name):
    """Open the notebook of that name as it stands, and fold the list of files away."""
    wait_until(lambda: described(page, name))  # a test can be faster than the notebook's run
    page.goto(page.address.replace("01_load", name).replace("/lab/tree", f"/lab/workspaces/{name}/tree"))
    page.get_by_role("heading", level=1).first.wait_for(timeout=60_000)
    page.get_by_text("| Idle").first.wait_for(timeout=60_000)
    if page.locator(".jp-FileBrowser").first.is_visible():
        page.keyboard.press("Control+b")


def explorer(page):
    """The explorer's own part of the page."""
    shown = page.locator(".jp-OutputArea-output", has=page.locator(".tk-filters")).first
    shown.wait_for(timeout=60_000)
    return shown
