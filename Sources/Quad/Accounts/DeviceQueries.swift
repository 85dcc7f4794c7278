import Postgres

extension SQL {
    /// How an account knows a browser: by a hash of the secret's stored form and the account's own id.
    static func device(_ secret: [UInt8]?, of user: SQL) -> SQL {
        "sha256(\(secret)::bytea || uuid_send(\(user)))"
    }
}

extension Query where Output == Int {
    static func insertDevice(_ id: DeviceID, of user: Member.ID, secret: [UInt8], named name: String) -> Self {
        .execute(
            """
            INSERT INTO devices (id, user_id, token_hash, name)
            SELECT \(id), u.id, \(SQL.device(secret, of: "u.id")), \(name)
            FROM users u
            WHERE u.id = \(user)
            """)
    }

    static func noteUse(of device: DeviceID, by user: Member.ID, named name: String) -> Self {
        .execute(
            """
            UPDATE devices
            SET last_used_at = now(), name = \(name)
            WHERE id = \(device) AND user_id = \(user)
            """)
    }

    /// Every browser but one, or each, is a new one to this account from now on.
    static func forgetDevices(of user: Member.ID, except kept: DeviceID? = nil) -> Self {
        .execute("DELETE FROM devices WHERE user_id = \(user) AND id IS DISTINCT FROM \(kept)")
    }

    /// The browser of a session is a new one from now on.
    static func forgetDevice(of session: Session.ID, of user: Member.ID) -> Self {
        .execute(
            """
            DELETE FROM devices
            WHERE user_id = \(user) AND id = (SELECT device_id FROM sessions WHERE id = \(session) AND user_id = \(user))
            """)
    }

    /// Every browser but that of a session.
    static func forgetDevices(of user: Member.ID, exceptOf session: Session.ID) -> Self {
        .execute(
            """
            DELETE FROM devices
            WHERE user_id = \(user) AND id IS DISTINCT FROM (SELECT device_id FROM sessions WHERE id = \(session))
            """)
    }
}

extension Query where Output == DeviceID? {
    static func device(_ secret: [UInt8], of user: Member.ID) -> Self {
        .first(
            """
            SELECT d.id
            FROM devices d
            WHERE d.user_id = \(user) AND d.token_hash = \(SQL.device(secret, of: "d.user_id"))
            LIMIT 1
            """
        ) { (id: DeviceID) in id }
    }
}

extension Query where Output == Bool {
    /// Whether somebody has used this account before: then a browser it does not know is worth a mail.
    static func hasBeenUsed(_ user: Member.ID) -> Self {
        .value(
            """
            SELECT EXISTS (SELECT FROM devices WHERE user_id = \(user))
                OR EXISTS (SELECT FROM security_events WHERE user_id = \(user) AND kind = 'signed_in')
            """)
    }
}
