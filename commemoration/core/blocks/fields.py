"""A StreamField whose migrations do not repeat the blocks: a new block changes no table."""

from wagtail.fields import StreamField


class BlocksField(StreamField):
    """A StreamField that migrations see as empty."""

    def __init__(self, block_types=(), **kwargs):
        super().__init__(block_types, **kwargs)

    def deconstruct(self):
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [], kwargs

    def clone(self):
        _name, _path, _args, kwargs = self.deconstruct()
        return self.__class__(self.block_types_arg, **kwargs, **self._counting_options())

    def _counting_options(self) -> dict:
        return {key: value for key, value in self.block_opts.items() if key != "required"}
