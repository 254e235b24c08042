"""A listening socket on 127.0.0.1 and nowhere else, shared with no other program."""

from __future__ import annotations

import socket

from porte_parole.errors import UsageError

HOST = "127.0.0.1"


def bound(port: int) -> socket.socket:
    """A socket on 127.0.0.1 that no other program shares; 0 takes any free port.

    Raises:
        UsageError: the port is taken, or not allowed.
    """
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
            # On Windows, SO_REUSEADDR would let another process bind the same port (security.md 6.2).
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((HOST, port))
        listener.listen()  # on Linux two sockets may bind with SO_REUSEADDR; the second to listen is refused
    except OSError as problem:
        listener.close()
        raise UsageError(
            f"Port {port} on {HOST} cannot be used ({problem.strerror}): stop the program that holds it, "
            "or choose another with --port N (0 takes any free one)."
        ) from problem
    if listener.getsockname()[0] != HOST:
        listener.close()
        raise UsageError(f"The system did not bind {HOST}; Porte-parole listens nowhere else.")
    return listener
