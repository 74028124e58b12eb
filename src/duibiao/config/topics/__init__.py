"""`duibiao core TOPIC`: the core over JSON Lines, for programs.

Each topic is one module with `answer(question) -> reply`; a Fact raised there becomes
`{"error": code, "message": sentence}` on its own line.
"""
