"""Many clients at once: each asks over one connection, again and again, until the time is over."""

import asyncio
import time
from dataclasses import dataclass, field
from statistics import median, quantiles
from urllib.parse import urlsplit


@dataclass
class Load:
    """What the clients saw: seconds of each answer, and how many were not 200."""

    seconds: float
    times: list[float] = field(default_factory=list)
    errors: int = 0

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.times) / self.seconds

    @property
    def p50(self) -> float:
        """Median time of an answer, in seconds."""
        return median(self.times)

    @property
    def p95(self) -> float:
        """Time within which 95 of 100 answers came, in seconds."""
        return quantiles(self.times, n=20)[-1]


def load(address: str, *, clients: int, seconds: float, body: bytes = b"") -> Load:
    """Ask `address` (POST where there is a body) from so many clients for so long."""
    return asyncio.run(_all(address, clients, seconds, body))


async def _all(address: str, clients: int, seconds: float, body: bytes) -> Load:
    result = Load(seconds)
    until = time.perf_counter() + seconds
    await asyncio.gather(*(_client(address, body, until, result) for _ in range(clients)))
    return result


async def _client(address: str, body: bytes, until: float, result: Load) -> None:
    parts = urlsplit(address)
    target = parts.path + (f"?{parts.query}" if parts.query else "")
    head = f"{'POST' if body else 'GET'} {target} HTTP/1.1\r\nHost: {parts.netloc}\r\nAccept-Encoding: br\r\nAccept-Language: en\r\n"
    head += f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n" if body else ""
    question = head.encode() + b"\r\n" + body
    connection = None
    while (start := time.perf_counter()) < until:
        try:
            connection = connection or await asyncio.open_connection(parts.hostname, parts.port)
            status, closes = await _ask(*connection, question)
        except (OSError, asyncio.IncompleteReadError, ValueError):
            status, closes = 0, True
        if closes and connection:
            connection[1].close()
            connection = None
        result.times.append(time.perf_counter() - start)
        result.errors += status != 200


async def _ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, question: bytes) -> tuple[int, bool]:
    """Status of the answer, and whether the server ends the connection."""
    writer.write(question)
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    length = head.partition("content-length:")[2].partition("\r\n")[0].strip()
    await reader.readexactly(int(length))
    return int(head.split()[1]), "connection: close" in head
