"""Tumen Monitor: a dashboard on North Korea–Russia cooperation in which every number carries who said it."""
