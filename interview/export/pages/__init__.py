"""What each reader gets, as a page: the chart, a colleague's letter, the person's own sheet, a summary, forms to print and to send."""
