"""Opening a library: made, brought up to date, or refused in plain words."""

import multiprocessing
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from tawatur.errors import StoreError
from tawatur.store import store as store_module
from tawatur.store.checks import CHECKS
from tawatur.store.schema import HEAD, metadata, pages
from tawatur.store.store import Store, open_store

PAGE = {"name": "a", "added": 0, "seen": 0}


def test_the_migrations_make_the_tables_the_code_knows(store: Store) -> None:
    with store.reading() as connection:
        # What the search makes for itself holds nothing that is not in the other tables.
        options = {"include_name": lambda name, kind, _: kind != "table" or "words" not in name}
        assert compare_metadata(MigrationContext.configure(connection, opts=options), metadata) == []
    config = Config()
    config.set_main_option("script_location", "tawatur.store:migrations")
    config.set_main_option("path_separator", "os")
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


def test_a_library_that_is_up_to_date_opens_without_alembic(tmp_path: Path) -> None:
    file = tmp_path / "library.db"
    open_store(file).close()
    code = (
        "import sys; from pathlib import Path; from tawatur.store.store import open_store; "
        f"open_store(Path({str(file)!r})).close(); sys.exit('alembic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_library_is_made_with_its_folder_and_found_again(tmp_path: Path) -> None:
    file = tmp_path / "some" / "where" / "library.db"
    with open_store(file) as first, first.writing() as connection:
        connection.execute(insert(pages), PAGE)
    with open_store(file) as again, again.reading() as connection:
        assert connection.execute(select(pages.c.name)).scalars().all() == ["a"]


def open_and_write(file: Path, number: int) -> None:
    with open_store(file) as store, store.writing() as connection:
        connection.execute(insert(pages), PAGE | {"name": str(number)})


def test_processes_that_make_one_library_at_once_make_it_once(tmp_path: Path) -> None:
    file = tmp_path / "library.db"
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=open_and_write, args=(file, number)) for number in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0, 0]
    with open_store(file) as store, store.reading() as connection:
        assert len(connection.execute(select(pages)).all()) == 3
        assert CHECKS["file"](connection) == ()


def test_what_a_failing_block_wrote_is_gone(store: Store) -> None:
    def fail() -> None:
        with store.writing() as connection:
            connection.execute(insert(pages), PAGE)
            connection.execute(insert(pages), PAGE | {"seen": None})

    with pytest.raises(IntegrityError):
        fail()
    with store.reading() as connection:
        assert connection.execute(select(pages)).first() is None


def test_a_reader_sees_one_state_while_another_writes(store: Store) -> None:
    with store.reading() as reader:
        assert reader.execute(select(pages)).all() == []
        with store.writing() as writer:
            writer.execute(insert(pages), PAGE)
        assert reader.execute(select(pages)).all() == []
    with store.reading() as reader:
        assert len(reader.execute(select(pages)).all()) == 1


def test_a_file_of_something_else_is_refused_and_left_alone(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("no database at all " * 100)
    with pytest.raises(StoreError, match=r"notes\.txt.*no library"):
        open_store(text)
    assert text.read_text().startswith("no database")
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE stamps (value)")
    with pytest.raises(StoreError, match="no library"):
        open_store(other)


def test_a_library_of_a_newer_version_is_refused(store: Store) -> None:
    with store.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError, match="newer"):
        open_store(store.file)


def test_a_place_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="folder"):
        open_store(tmp_path / "file" / "library.db")
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(tmp_path)


def test_a_writer_that_waits_too_long_says_so(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_module, "_PATIENCE_SECONDS", 0.05)
    with (
        open_store(store.file) as other,
        store.writing(),
        pytest.raises(StoreError, match="another process"),
        other.writing(),
    ):
        pass


def test_a_full_disk_is_told_and_leaves_the_library_whole(store: Store) -> None:
    def fill() -> None:
        with store.writing() as connection:
            size = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {size + 2}")
            connection.execute(insert(pages), PAGE | {"content": b"x" * 1_000_000})

    with pytest.raises(StoreError, match="full"):
        fill()
    with store.reading() as connection:
        assert connection.execute(select(pages)).first() is None
        assert all(check(connection) == () for check in CHECKS.values())


def test_a_damaged_file_is_told(store: Store) -> None:
    with store.writing() as connection:
        connection.execute(insert(pages), [PAGE | {"name": str(n), "detail": "x" * 500} for n in range(500)])
    store.close()
    content = bytearray(store.file.read_bytes())
    content[8192:-4096] = b"\xff" * len(content[8192:-4096])
    store.file.write_bytes(content)

    def read() -> None:
        with open_store(store.file) as damaged, damaged.reading() as connection:
            connection.execute(select(pages)).all()

    with pytest.raises(StoreError, match="damaged"):
        read()
