/// A Lua script that runs on the server. Its text is written in the program, so it is never built at run time.
///
/// A connection's first use sends the text; later ones send only its SHA-1, which the server computed. If the server
/// has forgotten the script (`SCRIPT FLUSH`, a restart), the text is sent again in a second round trip; only then
/// does it run after, not among, the commands behind it in the same pipeline.
public struct Script: Sendable {
    let lua: StaticString

    public init(_ lua: StaticString) {
        precondition(lua.hasPointerRepresentation, "A script is longer than one character.")
        self.lua = lua
    }

    /// Where the literal lies in the program: tells scripts apart without comparing texts.
    var identity: UInt { UInt(bitPattern: lua.utf8Start) }
}
