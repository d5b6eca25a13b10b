"""What is made of reports for others: the record, exports, the coverage grid, a report's card."""
