import Cryptography
import FoundationEssentials

/// The mails about accounts of one installation.
extension Letters {
    /// For who signed up with an address that has no account.
    func confirmation(of signUp: WaitingSignUp, token: Token) -> Letter {
        Letter(
            to: .init(address: signUp.email, name: signUp.name), subject: "Confirm your address for \(site)",
            greeting: Self.greeting(signUp.name),
            paragraphs: ["Open this link and you’re in, as @\(signUp.username)."],
            action: .init(label: "Confirm my address", url: link(AccountPaths.verifyEmail, token)),
            closing: "It works once, within a day. On another device it asks for the password you chose. "
                + "You didn’t sign up? Then do nothing, or open it and say so.",
            reason: "You get this because somebody, probably you, signed up with this address.")
    }

    /// For who signed up with an address that has one.
    func alreadyMember(_ holder: AccountHolder, at address: String) -> Letter {
        Letter(
            to: .init(address: address, name: holder.name), subject: "You already have an account at \(site)",
            greeting: Self.greeting(holder.name),
            paragraphs: [
                "Somebody, probably you, signed up with this address. It has an account already: "
                    + "@\(holder.username). Nothing was changed.",
                "Forgotten the password? Choose a new one at \(origin)\(AccountPaths.forgotPassword)",
            ], action: .init(label: "Sign in", url: origin + AccountPaths.signIn),
            closing: "It wasn’t you? Then there’s nothing to do: nobody learns from us that you have an account.",
            reason: "You get this because this address was typed where people sign up.")
    }

    func passwordReset(of holder: AccountHolder, at address: String, token: Token) -> Letter {
        Letter(
            to: .init(address: address, name: holder.name), subject: "Choose a new password for \(site)",
            greeting: Self.greeting(holder.name),
            paragraphs: ["Open this link to choose a new password. Every device is signed out then."],
            action: .init(label: "Choose a new password", url: link(AccountPaths.resetPassword, token)),
            closing: "It works once, within an hour. You didn’t ask for it? Then do nothing: "
                + "your password stays as it is.",
            reason: "You get this because somebody, probably you, asked for a new password for this address.")
    }

    /// - Parameter moment: when it was changed.
    func passwordChanged(of holder: AccountHolder, at address: String, on moment: Date) -> Letter {
        Letter(
            to: .init(address: address, name: holder.name), subject: "Your password for \(site) was changed",
            greeting: Self.greeting(holder.name),
            paragraphs: ["Your password has been changed, and every other device was signed out."],
            facts: [.init(label: "When", value: wording.exact(moment).words)],
            action: .init(label: "It wasn’t me", url: origin + AccountPaths.forgotPassword),
            closing: "If it was you, there’s nothing to do. If not, choose a new password now: "
                + "that signs everyone else out.",
            reason: "You get this whenever your password changes, so that nobody else can change it unnoticed.")
    }

    func newDevice(of holder: AccountHolder, at address: String, _ signIn: SignInRecord, token: Token) -> Letter {
        let place = signIn.network.isEmpty ? [] : [Letter.Fact(label: "Network", value: signIn.network)]
        return Letter(
            to: .init(address: address, name: holder.name), subject: "A new device signed in to \(site)",
            greeting: Self.greeting(holder.name),
            paragraphs: ["Somebody signed in to your account in a browser that was new to it."],
            facts: [
                .init(label: "Device", value: signIn.device),
                .init(label: "When", value: wording.exact(signIn.moment).words),
            ] + place,
            action: .init(label: "It wasn’t me", url: link(AccountPaths.notMe, token)),
            closing:
                "If it was you, there’s nothing to do. The link works for a week, and asks before it does anything.",
            reason: "You get this whenever your account is used in a new browser.")
    }

    private func link(_ path: String, _ token: Token) -> String {
        "\(origin)\(path)?token=\(token.text)"
    }
}
