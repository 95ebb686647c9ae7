"""Files inside files: attachments of mails and PDFs, objects in office files, archives."""
