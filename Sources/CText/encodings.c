#include "CText.h"

#include <dlfcn.h>
#include <errno.h>
#include <iconv.h>
#include <string.h>
#include <uchardet/uchardet.h>

int32_t ctext_guess_encoding(const uint8_t *bytes, int64_t length, char *name) {
  name[0] = 0;
  void *library = dlopen("libuchardet.so.0", RTLD_NOW | RTLD_LOCAL);
  if (!library) return 0;
  __typeof__(&uchardet_new) new = (__typeof__(new))dlsym(library, "uchardet_new");
  __typeof__(&uchardet_delete) delete = (__typeof__(delete))dlsym(library, "uchardet_delete");
  __typeof__(&uchardet_handle_data) handle = (__typeof__(handle))dlsym(library, "uchardet_handle_data");
  __typeof__(&uchardet_data_end) end = (__typeof__(end))dlsym(library, "uchardet_data_end");
  __typeof__(&uchardet_get_charset) get = (__typeof__(get))dlsym(library, "uchardet_get_charset");
  if (!new || !delete || !handle || !end || !get) return 0;
  uchardet_t detector = new ();
  int failed = handle(detector, (const char *)bytes, (size_t)length);
  end(detector);
  if (!failed) strncpy(name, get(detector), 63);
  name[63] = 0;
  delete (detector);
  return name[0] != 0;
}

int64_t ctext_to_utf8(const char *encoding, const uint8_t *bytes, int64_t length, uint8_t *out,
                      int64_t capacity) {
  iconv_t converter = iconv_open("UTF-8", encoding);
  if (converter == (iconv_t)-1) return -1;
  char *from = (char *)bytes;
  char *to = (char *)out;
  size_t fromLeft = (size_t)length;
  size_t toLeft = (size_t)capacity;
  while (fromLeft > 0) {
    if (iconv(converter, &from, &fromLeft, &to, &toLeft) != (size_t)-1) break;
    if (errno == E2BIG || toLeft < 3) {
      iconv_close(converter);
      return -1;
    }
    // A byte that means nothing becomes one U+FFFD.
    memcpy(to, "\xEF\xBF\xBD", 3);
    to += 3;
    toLeft -= 3;
    from++;
    fromLeft--;
  }
  iconv_close(converter);
  return (int64_t)capacity - (int64_t)toLeft;
}
