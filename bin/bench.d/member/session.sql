SELECT require_session('{SESSION}', '{MEMBER}', {VERSION})
