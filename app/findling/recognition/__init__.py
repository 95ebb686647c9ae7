"""Text recognition: pictures of pages to lines of text with their places."""
