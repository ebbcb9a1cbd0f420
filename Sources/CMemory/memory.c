#include "CMemory.h"

#include <malloc.h>

void cmemory_keep(void) {
  // Else arrays of some megabytes are mapped anew, and zeroed page by page, for each question.
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 128 << 20);
}

void cmemory_give_back(void) { malloc_trim(0); }
