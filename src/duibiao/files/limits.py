"""How much a foreign file may cost. One home for the numbers, so that messages can name them."""

MEGABYTE = 2**20

UPLOAD_MB = 20
UNPACKED_MB = 100
ZIP_PARTS = 2_000
ZIP_RATIO = 100
ZIP_RATIO_FROM_MB = 5  # small parts compress far without harm: repeated empty rows

SHEETS = 100
ROWS = 200_000  # per sheet, empty ones counted
CELLS = 300_000  # in the whole workbook, empty ones counted
FAR_ROW = 100_000  # a cell beyond is set aside and reported: no declaration is that long
FAR_COLUMN = 1_000
MERGES = 1_000
MERGED_CELLS = 200_000  # in all merged ranges of a sheet, far columns not counted
TEXT = 4_000  # characters kept of one cell
TOTAL_TEXT = 20_000_000

# Measured: our own reader needs 40 MB resident and 60 MB of address space, openpyxl 160 MB,
# polars (for .xls) 420 MB of address space before the first cell.
MEMORY_MB = 768
PROCESSOR_SECONDS = 8
WALL_SECONDS = 10
OPEN_FILES = 64
WRITTEN_MB = 100
RESULT_MB = 64
