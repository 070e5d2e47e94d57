"""What a run keeps for later runs, in ``.cxmap_cache`` in the project's root.

All of it can be removed at any time; what is damaged there counts as not there. A stranger's project may bring such a
folder, so everything in it is sealed with a key that lies in the user's own cache: without the key nothing counts.

Only modules that Python has loaded anyway are imported here, because ``cxmap.cli.replay`` answers from this.
"""

from __future__ import annotations

import os

from cxmap.project.names import CACHE_FOLDER, GITIGNORE

MOST_BYTES = 64 << 20
"""Of a file that is looked into; more is not kept."""
KEY_BYTES = 32
TAG = """Signature: 8a477f597d28d172789f06886806bc55
# This folder holds what cxmap remembers of earlier runs. It can be removed at any time.
# About the signature: https://bford.info/cachedir/
"""


def kept(root: str, name: str) -> bytes:
    """What was kept under a name in a project; nothing where it is not there, damaged, or somebody else's."""
    sealed = content(os.path.join(root, CACHE_FOLDER, name))  # noqa: PTH118 - pathlib is not imported
    seal, _, data = sealed.partition(b"\0")
    key = _user_key() if data else b""
    return data if key and seal == digest(data, key).encode() else b""


def keep(root: str, name: str, data: bytes) -> bool:
    """Keep something under a name in a project, instead of what was there.

    Returns:
        Whether it is kept. Where that cannot be done, it is not; nothing is written through a link.
    """
    from cxmap.io.files import WriteError, create, make_folder, write_cache

    folder = os.path.join(root, CACHE_FOLDER)  # noqa: PTH118 - as above
    path = os.path.join(folder, name)  # noqa: PTH118 - as above
    if len(data) >= MOST_BYTES or os.path.islink(folder) or os.path.islink(path):  # noqa: PTH114 - as above
        return False
    try:
        make_folder(folder)
        for known, text in ((GITIGNORE, "*\n"), ("CACHEDIR.TAG", TAG)):
            if not os.path.lexists(os.path.join(folder, known)):  # noqa: PTH118 - as above
                create(os.path.join(folder, known), text.encode(), lasting=False)  # noqa: PTH118 - as above
        # What a power cut damages has a wrong seal; to wait for the disk takes a tenth of a run over one file.
        write_cache(path, digest(data, _made_key()).encode() + b"\0" + data)
    except (WriteError, OSError):
        return False
    return True


def digest(data: bytes, key: bytes = b"") -> str:
    """What nobody can find other data for, nor, with a key, make without the key."""
    try:
        from _blake2 import blake2b  # hashlib loads OpenSSL, which takes longer than all else here
    except ImportError:
        from hashlib import blake2b

    return blake2b(data, key=key, digest_size=16).hexdigest()


def content(path: str) -> bytes:
    """What a file holds; nothing where it is no ordinary file, such as a link to a device."""
    try:
        found = os.stat(path)  # noqa: PTH116 - as above
        if found.st_mode & 0o170000 != 0o100000 or found.st_size > MOST_BYTES:
            return b""
        with open(path, "rb") as file:  # noqa: PTH123 - as above
            return file.read()
    except (OSError, ValueError):
        return b""


def _key_path() -> str:
    """Where the user's key lies; a path that nothing has where there is no place of the user's own."""
    home = os.path.join(os.path.expanduser("~"), ".cache")  # noqa: PTH111, PTH118 - as above
    folder = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or home
    # A place that counts from the current folder would be the project's.
    return os.path.join(folder, "cxmap", "key") if os.path.isabs(folder) else ""  # noqa: PTH117, PTH118 - as above


def _user_key() -> bytes:
    """The key that seals what is kept; nothing where there is none."""
    key = content(_key_path())
    return key if len(key) == KEY_BYTES else b""


def _made_key() -> bytes:
    """The key that seals what is kept, made where there is none yet.

    Raises:
        WriteError: It cannot be made.
    """
    from cxmap.io.files import create, make_folder

    if key := _user_key():
        return key
    key, path = os.urandom(KEY_BYTES), _key_path()
    make_folder(os.path.dirname(path))  # noqa: PTH120 - as above
    create(path, key, mode=0o600)
    return key
