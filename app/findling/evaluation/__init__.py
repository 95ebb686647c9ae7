"""Evaluation of search and of models on judged collections."""
