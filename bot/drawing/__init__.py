"""Answers as pictures: plain functions of an answer, drawn in a process of their own."""
