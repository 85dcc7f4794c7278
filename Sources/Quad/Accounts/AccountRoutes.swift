import HTTPServer

extension [Route] {
    /// Signing up, in and out, and back in.
    static let accounts: [Route] = [
        .get(AccountPaths.signUp, for: .anyone, SignUpHandlers.form),
        .post(AccountPaths.signUp, for: .anyone, lane: .slow, keepsForm: true, SignUpHandlers.signUp),
        .get(AccountPaths.signUpSent, for: .anyone, SignUpHandlers.sent),
        .post(AccountPaths.signUpAgain, for: .anyone, SignUpHandlers.again),
        .get(AccountPaths.verifyEmail, for: .anyone, VerificationHandlers.page),
        .post(AccountPaths.verifyEmail, for: .anyone, lane: .slow, VerificationHandlers.confirm),
        .post(AccountPaths.verifyEmailRefusal, for: .anyone, VerificationHandlers.refuse),
        .post(AccountPaths.verifyEmailAgain, for: .anyone, VerificationHandlers.again),
        .get(AccountPaths.signIn, for: .anyone, SignInHandlers.form),
        .post(AccountPaths.signIn, for: .anyone, lane: .slow, SignInHandlers.signIn),
        .post(AccountPaths.signOut, for: .anyone, SignInHandlers.signOut),
        .get(AccountPaths.forgotPassword, for: .anyone, PasswordResetHandlers.form),
        .post(AccountPaths.forgotPassword, for: .anyone, PasswordResetHandlers.ask),
        .get(AccountPaths.forgotPasswordSent, for: .anyone, PasswordResetHandlers.sent),
        .get(AccountPaths.resetPassword, for: .anyone, PasswordResetHandlers.choice),
        .post(AccountPaths.resetPassword, for: .anyone, lane: .slow, PasswordResetHandlers.reset),
        .get(AccountPaths.notMe, for: .anyone, NotMeHandlers.page),
        .post(AccountPaths.notMe, for: .anyone, NotMeHandlers.lockOut),
    ]
}
