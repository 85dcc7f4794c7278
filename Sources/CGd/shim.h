#include <gd.h>

// gd writes what it finds wrong to standard error, unless it is given something else to do; Swift cannot make a
// function that takes a va_list.
static inline void quad_gd_say_nothing(int priority, const char *format, va_list arguments) {
    (void)priority, (void)format, (void)arguments;
}
static inline void quad_gd_be_silent(void) {
    gdSetErrorMethod(quad_gd_say_nothing);
}
