"""The model on this computer, offered to other programs in the ways of TEI and of OpenAI."""
