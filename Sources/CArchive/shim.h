#include <archive.h>
#include <archive_entry.h>
/* ISA-L inflates two to three times as fast as zlib, and its gzip reader verifies the checksum,
   which libarchive's does not. */
#include <isa-l/crc.h>
#include <isa-l/igzip_lib.h>
