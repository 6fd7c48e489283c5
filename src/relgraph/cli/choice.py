"""Words to choose from, and the examples of a command's help."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from relgraph.reading.suggest import did_you_mean

if TYPE_CHECKING:
    Words = click.Choice[str]
else:
    Words = click.Choice  # click 8.1 has no brackets


class Choice(Words):
    """One of a few words; for another one the nearest is suggested."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401 - click's own signature
        """Find the word. Raises click.BadParameter for one that is none of them."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter as error:
            self.fail(error.message.removesuffix(".") + (did_you_mean(str(value), self.choices) or "."), param, ctx)

    def get_missing_message(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        """Say what there is to choose from, in one line; click before 8.2 gives no `ctx`."""
        del param, ctx
        return f"Choose from {', '.join(self.choices)}."


def examples(*lines: str) -> str:
    """The end of a command's help: command lines as they are typed, without the name of the program."""
    return "\n".join(["\b", "Examples:", *(f"  relgraph {line}" for line in lines)])
