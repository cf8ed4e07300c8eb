"""Decks of slides: read from `data/briefings/*.toml` or from an address, presented in the browser, written as PowerPoint."""
