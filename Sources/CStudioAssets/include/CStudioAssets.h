// The files of the studio's page, as bytes within the program.
#ifndef C_STUDIO_ASSETS_H
#define C_STUDIO_ASSETS_H

#include <stddef.h>

/// A file of the page; name and bytes live as long as the program.
typedef struct {
  const char *_Nonnull name;
  const unsigned char *_Nonnull bytes;
  size_t count;
} studio_asset_t;

/// How many files there are.
extern const int studio_asset_count;

/// The file of that number, from 0.
studio_asset_t studio_asset(int index);

#endif
