"""What departments know: lead sheets, their consolidation, and what is sent to the districts."""
