// Extended attributes, in which Linux keeps access lists; they are not part of Swift's Glibc module.
#include <sys/xattr.h>
