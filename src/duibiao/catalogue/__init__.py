"""Against what: benchmark schemes now; standards, lists and bases will join them."""
