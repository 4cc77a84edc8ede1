"""Files of the learner: what is read, and what is never replaced."""

import os
from pathlib import Path

import pytest

from study_app.files import read_whole, write_whole

needs_pipes = pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes among its files")


def test_a_file_is_read_up_to_its_limit(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"12345")
    assert read_whole(path, 5) == b"12345"
    with pytest.raises(OSError, match="larger than 0 MB"):
        read_whole(path, 4)


@needs_pipes
def test_a_pipe_or_a_device_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (pipe, Path("/dev/zero")):
        with pytest.raises(OSError, match="is not a regular file"):
            read_whole(path, 100)


@needs_pipes
def test_a_pipe_or_a_device_is_never_replaced_by_a_file(tmp_path: Path) -> None:
    """Who is root could take `/dev/null` from the whole machine."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(OSError, match="is not a regular file"):
        write_whole(pipe, b"")
    assert pipe.is_fifo()
    assert list(tmp_path.iterdir()) == [pipe]
