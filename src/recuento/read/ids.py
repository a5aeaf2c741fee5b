"""The ids given out in a call: one id, one text."""

import hashlib
import sqlite3


class Ids:
    """Remembers each report's id with its text's digest, in a temporary database that spills to disk.

    Ten million ids take no more memory than ten thousand.
    """

    def __init__(self) -> None:
        # An unnamed database is SQLite's own temporary file, gone when closed. One reader at a time uses it,
        # though a web server may take a reader's steps on several threads.
        self._store = sqlite3.connect("", check_same_thread=False, isolation_level=None)
        self._store.execute("PRAGMA journal_mode = OFF")
        self._store.execute("CREATE TABLE given (id TEXT PRIMARY KEY, text BLOB, source TEXT) WITHOUT ROWID")
        self._store.execute("BEGIN")

    def other_source(self, report: str, text: str, source: str) -> str | None:
        """The source of an earlier, different text with this id.

        None where there is none, and the id is given out.
        """
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:16]
        found = self._store.execute("SELECT text, source FROM given WHERE id = ?", (report,)).fetchone()
        if found is None:
            self._store.execute("INSERT INTO given VALUES (?, ?, ?)", (report, digest, source))
            return None
        return None if found[0] == digest else str(found[1])

    def close(self) -> None:
        """Removes the temporary database."""
        self._store.close()
