"""duibiao (对标): what a standard promises, judged against the best standards, provably."""

__version__ = "0.1.0"
