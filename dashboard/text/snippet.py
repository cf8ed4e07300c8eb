"""The two lines of pandas that read what an address gives."""

LINES = 'import pandas as pd\ndata = pd.read_csv("{address}")'


def raw(address: str) -> str:
    """The address of a CSV file as a program wants it: without byte order mark and escapes."""
    path, _, said = address.partition("?")
    return f"{path}?raw=1{'&' if said else ''}{said}"


def around() -> tuple[str, str]:
    """The lines before and after the address, of which a browser knows the host."""
    before, _, after = LINES.partition("{address}")
    return before, after
