"""`duibiao serve` as it is really started: its own process, its own home, hashed static files."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

PATIENCE = 240  # the rehearsal city is played on the first start


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _start(home: Path, port: int) -> subprocess.Popen[str]:
    """The server under a C locale, on an empty home."""
    environment = {**os.environ, "DUIBIAO_HOME": str(home), "LC_ALL": "C"}
    for name in ("DUIBIAO_DATABASE_URL", "DATABASE_URL", "DJANGO_SETTINGS_MODULE"):
        environment.pop(name, None)
    return subprocess.Popen(
        [sys.executable, "-m", "duibiao.config", "serve", "--port", str(port)],
        env=environment,
        cwd=home,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site started for these tests."""
    port = _free_port()
    process = _start(tmp_path_factory.mktemp("home"), port)
    address = f"http://127.0.0.1:{port}"
    for _ in range(PATIENCE * 10):
        assert process.poll() is None, process.stdout.read() if process.stdout else ""
        try:
            urlopen(f"{address}/readyz", timeout=5).close()
            break
        except URLError:
            time.sleep(0.1)
    yield address
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=20)


def test_it_starts_on_an_empty_home_with_the_demonstration(served: str) -> None:
    """一条命令：建库、装示例、开门。"""
    with urlopen(f"{served}/judge/") as page:
        assert page.read().decode().count('href="/judge/') >= 10


def test_static_files_carry_their_hash_and_may_be_kept(served: str) -> None:
    """静态文件名带摘要，浏览器可以一直留着。"""
    with urlopen(served) as page:
        link = re.search(r'href="(/static/ui/site\.[0-9a-f]{12}\.css)"', page.read().decode())
    assert link is not None
    with urlopen(served + link[1]) as style:
        assert "immutable" in style.headers["Cache-Control"]


def test_a_wrong_address_is_a_page_not_a_traceback(served: str) -> None:
    """找不到就说找不到。"""
    with pytest.raises(HTTPError) as refused:
        urlopen(f"{served}/nowhere/")
    assert refused.value.code == 404
    assert "Traceback" not in refused.value.read().decode()


def test_a_taken_port_is_said_plainly(tmp_path: Path) -> None:
    """端口被占用时一句话说明，退出码 1。"""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = int(taken.getsockname()[1])
        process = _start(tmp_path, port)
        said, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode == 1
    assert str(port) in said
    assert "Traceback" not in said
