"""The register of enterprises: who they are, where, in what trade, how large; formats, titles."""
