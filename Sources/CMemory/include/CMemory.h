// What the C library can do with memory, and Swift's module of it leaves out.

#ifndef CMEMORY_H
#define CMEMORY_H

/// Keeps memory that is freed, up to 128 MB at the end of the heap, for what comes next.
void cmemory_keep(void);

/// Gives freed memory back to the system, wherever it lies.
void cmemory_give_back(void);

#endif
