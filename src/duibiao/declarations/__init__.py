"""What enterprises declare: grids, pastes and workbooks read into lines; the self-service trial."""
