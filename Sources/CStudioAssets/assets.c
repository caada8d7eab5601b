// The files of the studio's page, each named once: its bytes below, its name in the table.

#include "CStudioAssets.h"

// An extension in C17; clang notes what it reads among the dependencies.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char api_js[] = {
#embed "../Studio/Assets/api.js"
};
static const unsigned char app_js[] = {
#embed "../Studio/Assets/app.js"
};
static const unsigned char archive_css[] = {
#embed "../Studio/Assets/archive.css"
};
static const unsigned char archive_js[] = {
#embed "../Studio/Assets/archive.js"
};
static const unsigned char article_js[] = {
#embed "../Studio/Assets/article.js"
};
static const unsigned char base_css[] = {
#embed "../Studio/Assets/base.css"
};
static const unsigned char changes_js[] = {
#embed "../Studio/Assets/changes.js"
};
static const unsigned char charts_js[] = {
#embed "../Studio/Assets/charts.js"
};
static const unsigned char code_js[] = {
#embed "../Studio/Assets/code.js"
};
static const unsigned char complete_js[] = {
#embed "../Studio/Assets/complete.js"
};
static const unsigned char dom_js[] = {
#embed "../Studio/Assets/dom.js"
};
static const unsigned char filters_js[] = {
#embed "../Studio/Assets/filters.js"
};
static const unsigned char findings_js[] = {
#embed "../Studio/Assets/findings.js"
};
static const unsigned char help_js[] = {
#embed "../Studio/Assets/help.js"
};
static const unsigned char icon_svg[] = {
#embed "../Studio/Assets/icon.svg"
};
static const unsigned char index_html[] = {
#embed "../Studio/Assets/index.html"
};
static const unsigned char labels_css[] = {
#embed "../Studio/Assets/labels.css"
};
static const unsigned char labels_js[] = {
#embed "../Studio/Assets/labels.js"
};
static const unsigned char lua_js[] = {
#embed "../Studio/Assets/lua.js"
};
static const unsigned char notes_js[] = {
#embed "../Studio/Assets/notes.js"
};
static const unsigned char pictures_css[] = {
#embed "../Studio/Assets/pictures.css"
};
static const unsigned char pictures_js[] = {
#embed "../Studio/Assets/pictures.js"
};
static const unsigned char playground_js[] = {
#embed "../Studio/Assets/playground.js"
};
static const unsigned char route_js[] = {
#embed "../Studio/Assets/route.js"
};
static const unsigned char rules_css[] = {
#embed "../Studio/Assets/rules.css"
};
static const unsigned char rules_js[] = {
#embed "../Studio/Assets/rules.js"
};
static const unsigned char strings_js[] = {
#embed "../Studio/Assets/strings.js"
};
static const unsigned char text_js[] = {
#embed "../Studio/Assets/text.js"
};
static const unsigned char theme_js[] = {
#embed "../Studio/Assets/theme.js"
};

#define ASSET(name, bytes) {name, bytes, sizeof bytes}

static const studio_asset_t assets[] = {
    ASSET("api.js", api_js),
    ASSET("app.js", app_js),
    ASSET("archive.css", archive_css),
    ASSET("archive.js", archive_js),
    ASSET("article.js", article_js),
    ASSET("base.css", base_css),
    ASSET("changes.js", changes_js),
    ASSET("charts.js", charts_js),
    ASSET("code.js", code_js),
    ASSET("complete.js", complete_js),
    ASSET("dom.js", dom_js),
    ASSET("filters.js", filters_js),
    ASSET("findings.js", findings_js),
    ASSET("help.js", help_js),
    ASSET("icon.svg", icon_svg),
    ASSET("index.html", index_html),
    ASSET("labels.css", labels_css),
    ASSET("labels.js", labels_js),
    ASSET("lua.js", lua_js),
    ASSET("notes.js", notes_js),
    ASSET("pictures.css", pictures_css),
    ASSET("pictures.js", pictures_js),
    ASSET("playground.js", playground_js),
    ASSET("route.js", route_js),
    ASSET("rules.css", rules_css),
    ASSET("rules.js", rules_js),
    ASSET("strings.js", strings_js),
    ASSET("text.js", text_js),
    ASSET("theme.js", theme_js),
};

const int studio_asset_count = sizeof assets / sizeof assets[0];

studio_asset_t studio_asset(int index) { return assets[index]; }
