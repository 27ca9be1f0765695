"""What the product means, without input or output.

Pure: no clock, no files, no network, no library but the expression engine. May import nothing of ours from outside
this package. Every decision about money is made here and can be repeated from the stored facts.
"""
