"""The commands of `duibiao`: each has `arguments(parser)` and `run(chosen) -> exit code`."""
