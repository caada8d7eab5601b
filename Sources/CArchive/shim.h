#include <archive.h>
#include <archive_entry.h>
/* libarchive's own gzip reader does not verify the checksum; zlib's does. */
#include <zlib.h>
