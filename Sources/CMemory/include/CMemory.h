// What the C library can do with memory, and Swift's module of it leaves out.

#ifndef CMEMORY_H
#define CMEMORY_H

/// Gives freed memory back to the system, wherever it lies.
void cmemory_give_back(void);

#endif
