import Cryptography
import FoundationEssentials
import Postgres

/// The mails about changes that an account's owner made, or somebody who knows the password.
extension Letters {
    /// Asks whoever reads an address whether it is theirs. Names nobody: it may be a stranger's.
    func confirmation(of address: String, as purpose: AddressPurpose, token: Token) -> Letter {
        Letter(
            to: .init(address: address, name: ""), subject: "Confirm your address for \(site)", greeting: "Hi there,",
            paragraphs: [
                "Somebody, probably you, asked to use \(address) for their account.",
                purpose == .personalEmail
                    ? "Open this link, and you can sign in with it, too."
                    : "Open this link, and it’s the address you sign in with.",
            ],
            action: .init(
                label: "Confirm my address", url: "\(origin)\(AccountPaths.confirmAddress)?token=\(token.text)"),
            closing: "It works once, within a day, on any device. It wasn’t you? Then do nothing.",
            reason: "You get this because this address was typed into an account’s settings.")
    }

    /// For whoever has the account that an address belongs to already.
    func addressInUse(_ address: String, by holder: AccountHolder) -> Letter {
        Letter(
            to: .init(address: address, name: holder.name), subject: "Your address was asked for at \(site)",
            greeting: Self.greeting(holder.name),
            paragraphs: [
                "Somebody with another account, probably you, asked to use \(address) for it. It belongs to "
                    + "@\(holder.username). Nothing was changed."
            ], action: .init(label: "Sign in", url: origin + AccountPaths.signIn),
            closing: "It wasn’t you? Then there’s nothing to do: nobody learns from us that you have an account.",
            reason: "You get this because this address was typed into an account’s settings.")
    }

    /// For the address an account has now.
    func addressAsked(of holder: AccountHolder, _ address: String, as purpose: AddressPurpose, on moment: Date)
        -> Letter
    {
        Letter(
            to: .init(address: holder.email, name: holder.name),
            subject: "A new address was asked for at \(site)", greeting: Self.greeting(holder.name),
            paragraphs: [
                purpose == .personalEmail
                    ? "Somebody who knows your password, probably you, asked to add an address to your account."
                    : "Somebody who knows your password, probably you, asked to change your account’s address.",
                "It counts once the link that we’ve sent there is opened.",
            ],
            facts: [
                .init(label: "New address", value: address), .init(label: "When", value: wording.exact(moment).words),
            ],
            action: .init(label: "It wasn’t me", url: origin + AccountPaths.forgotPassword),
            closing:
                "If it was you, there’s nothing to do. If not, choose a new password now: that signs everyone else "
                + "out, and the link is worth nothing any more.",
            reason: "You get this whenever an address is asked for, so that nobody can take your account unnoticed.")
    }

    /// - Parameter address: where it goes; the account’s no more when that is what changed.
    func addressesChanged(
        of holder: AccountHolder, _ change: AddressChange, at address: String, on moment: Date
    ) -> Letter {
        let (subject, words) =
            switch change {
            case .email:
                (
                    "Your address for \(site) was changed",
                    "Your account has a new university address. \(address) doesn’t sign you in any more."
                )
            case .personalEmailAdded:
                (
                    "A personal address was added at \(site)",
                    "\(holder.personalEmail ?? "A personal address") signs you in now, too."
                )
            case .personalEmailRemoved:
                (
                    "Your personal address was removed at \(site)",
                    "\(address) doesn’t belong to your account any more, and doesn’t sign you in."
                )
            }
        return Letter(
            to: .init(address: address, name: holder.name), subject: subject, greeting: Self.greeting(holder.name),
            paragraphs: [words], facts: [.init(label: "When", value: wording.exact(moment).words)],
            closing: "If it was you, there’s nothing to do. If not, somebody else is in your account: tell the people "
                + "who run \(site) at once.",
            reason: "You get this whenever your addresses change, so that nobody else can change them unnoticed.")
    }

    func deletionAsked(of holder: AccountHolder, at address: String, on moment: Date) -> Letter {
        Letter(
            to: .init(address: address, name: holder.name), subject: "Your account at \(site) will be deleted",
            greeting: Self.greeting(holder.name),
            paragraphs: [
                "You asked for it, so nobody finds your profile any more, and you’re signed out everywhere. In 30 days "
                    + "your name, addresses and devices are erased for good.",
                "Changed your mind? Sign in before that, and nothing is deleted.",
            ], facts: [.init(label: "When", value: wording.exact(moment).words)],
            action: .init(label: "Keep my account", url: origin + AccountPaths.signIn),
            closing: "It wasn’t you? Then sign in now, and change your password.",
            reason: "You get this because this is an address of the account.")
    }
}
