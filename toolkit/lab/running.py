"""Run the working copies in kernels of the server, so that they open with their results and their widgets alive."""

import asyncio
import os
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode

from toolkit.lab.copies import write

# Seconds that one cell may take; reading many articles of one's own takes minutes.
_PATIENCE = 1800
_FAILURES = (CellExecutionError, CellTimeoutError, DeadKernelError)


async def run_first(server: Any, copies: Mapping[Path, NotebookNode]) -> None:
    """Run the copy that fills the corpus, then the others side by side; back as soon as the first of them is ready.

    The others' kernels start meanwhile, and import what takes longest. A copy that fails is opened with its error in
    it, and does not stop the others.
    """
    first, *others = copies
    room = asyncio.Semaphore(max(2, (os.cpu_count() or 2) // 2))
    kernels = {copy: asyncio.ensure_future(_warm_kernel(server, copy, room)) for copy in others}
    await _run(server, first, copies[first], await _kernel(server, first))
    running = [asyncio.ensure_future(_in_turn(server, copy, copies[copy], kernels[copy], room)) for copy in others]
    await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)


async def _in_turn(
    server: Any, copy: Path, notebook: NotebookNode, kernel: asyncio.Future[Any], room: asyncio.Semaphore
) -> None:
    async with room:
        await _run(server, copy, notebook, await kernel)


async def _run(server: Any, copy: Path, notebook: NotebookNode, kernel: Any) -> None:
    """Run one copy in the kernel of its session, and say how it went."""
    started = time.monotonic()
    server.log.info("%s: running", copy.stem)
    # In a thread: in the main one, the client would take over the signals that stop the server.
    failure = await asyncio.to_thread(_executed, notebook, kernel)
    server.contents_manager.notary.sign(notebook)
    write(copy, notebook)
    seconds = time.monotonic() - started
    if failure:
        server.log.warning("%s: stopped after %.0f s; it opens with its error: %s", copy.stem, seconds, failure)
    else:
        server.log.info("%s: ready after %.0f s", copy.stem, seconds)


async def _warm_kernel(server: Any, copy: Path, room: asyncio.Semaphore) -> Any:
    """A kernel that has imported what every notebook needs."""
    async with room:
        kernel = await _kernel(server, copy)
        client = kernel.client()
        client.start_channels()
        try:
            await client.wait_for_ready(timeout=_PATIENCE)
            await client.execute("import toolkit.widgets", silent=True, reply=True, timeout=_PATIENCE)
        finally:
            client.stop_channels()
    return kernel


async def _kernel(server: Any, copy: Path) -> Any:
    """The kernel of a new session at the path of the copy, which JupyterLab finds when the copy is opened."""
    path = copy.relative_to(server.root_dir).as_posix()
    session = await server.session_manager.create_session(
        path=path, name=copy.name, type="notebook", kernel_name="python3"
    )
    return server.kernel_manager.get_kernel(session["kernel"]["id"])


def _executed(notebook: NotebookNode, kernel: Any) -> str:
    """Fill the outputs of the notebook; why it stopped, nothing where it did not. The kernel lives on."""
    client = NotebookClient(notebook, km=kernel, timeout=_PATIENCE)
    try:
        asyncio.run(client.async_execute(cleanup_kc=False))
    except _FAILURES as problem:
        return str(problem).strip().splitlines()[-1]
    finally:
        if client.kc is not None:
            client.kc.stop_channels()
    return ""
