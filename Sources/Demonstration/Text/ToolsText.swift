extension CorpusText {
    /// Computing help desk: short, exact, commands that work.
    static let tools = CorpusText(
        name: "tools",
        words: #"""
            slug: tools
            name: Laptops, Linux & Tools
            about: Terminals, editors, printers and other things that should just work.
            style: life
            weight: 4.5
            rule: Paste text, not screenshots of text.
            rule: Say your system and its version.
            rule: Never post a password, a key or somebody else's data.
            rule: "It doesn't work" is not a symptom.
            space: general | General | Editors, habits, opinions.
            space: questions | Questions | It did work yesterday.
            space: announcements | Announcements | Maintenance. | moderators
            space: show | Show and tell | Scripts and set-ups.
            slot course: CS 161 | CS 201 | CS 245 | STAT 200 | GEOG 210 | PHYS 101
            aside: What does `echo $?` say afterwards?
            aside: Copy the *first* error, not the last one.
            aside: Which version? `--version` and paste the line.
            aside: Have you tried it in an empty directory?
            aside: Back up first, then be brave.

            === question | git
            ? I committed to the wrong branch and pushed. How do I undo this calmly?
            ? git: three commits on main that belong on a branch
            They're on `main`, pushed, and my group is asleep. I'd like to fix it before they wake up.
            --- 1 *
            Nobody has pulled yet? Then:

            ```sh
            git branch my-feature          # keep the commits under a name
            git reset --hard origin/main~3 # move main back by three
            git push --force-with-lease origin main
            git switch my-feature
            ```

            `--force-with-lease` refuses if somebody *has* pushed in between, which is what you want at night.
            --- > @
            Done, nobody noticed. Well, until this post.
            --- 2
            If they already pulled: `git revert`, and bring cake.

            === question | printing
            ? The printers in ‹building› take my job and print nothing
            ? Print queue says "completed", the tray is empty
            Sent from my laptop, ‹some› pages, status *completed*. I've paid three times now.
            --- 1 *
            Paper size. Your system sends Letter, the trays hold A4, and the printer throws the job away politely. Set A4 in the dialog *and* in the document.

            Write to the IT counter with the times, they refund within a day.
            --- > @
            It was Letter. I've been here two years.
            --- 2
            They should write that on the printer.
            --- > 3
            They did. In Letter.

            === question | python
            ? "ModuleNotFoundError", but I've just installed it
            ? pip says "already satisfied", python says it isn't there
            ```
            $ pip install pandas
            Requirement already satisfied: pandas
            $ python3 -c "import pandas"
            ModuleNotFoundError: No module named 'pandas'
            ```
            --- 1 *
            Two Pythons. `pip` belongs to one, `python3` is the other. Check:

            ```sh
            which -a python3 pip
            python3 -m pip --version
            ```

            and from now on make an environment for each course, then it can't happen:

            ```sh
            python3 -m venv .venv
            . .venv/bin/activate
            python -m pip install pandas
            ```
            --- > @
            Four. I had *four* Pythons.
            --- 2
            A modest collection.

            === question | ssh
            ? ssh asks for my password every time although I copied the key
            ? Public key is on the server, password prompt stays
            `ssh-copy-id` said it added one key. Permissions look right to me.
            --- 1 *
            `ssh -v you@host` and read the lines with "Offering". Usually one of these:

            1. home or `~/.ssh` on the server is writable for the group: `chmod go-w ~ ~/.ssh`
            2. the key has another name than the default: add `IdentityFile` to `~/.ssh/config`
            3. your home is only mounted *after* login, so the server can't read the key
            --- > @
            Number 1, I had made my home writable for the project group in ‹month›.
            --- 2
            sshd is right to be strict there, even if it's rude not to say why. (It does say why, in a log you can't read.)

            === discussion @show | dotfiles
            ? My fifteen-line shell set-up after four years of collecting
            ? The only aliases I kept
            I deleted everything I hadn't used for a month. This is what's left:

            ```sh
            alias ..='cd ..'
            alias g='git'
            alias gs='git status -sb'
            mkcd() { mkdir -p "$1" && cd "$1"; }
            export HISTSIZE=50000
            ```

            Everything else was decoration. What did *you* keep?
            --- 1
            `alias please='sudo $(fc -ln -1)'` and I won't apologise.
            --- 2
            `cd -`. It isn't an alias, but nobody knows it.
            --- 3
            A big history and Ctrl-R. That's my whole set-up.

            === gathering | commands
            ? One command you use every day and learned far too late
            ? Show us one line from your shell history, explained
            Mine is `!!`, the last command again. I typed everything twice for *two years*.
            --- 1
            `‹ctrl-r|cd -|less +F|tree -L 2|watch -n1|column -t|sort \| uniq -c|xargs -n1|git stash|rg|jq .|tmux attach|pbcopy|history|nohup›`, because ‹I lose things|I forget where I was|waiting is boring|tables should line up|logs are long|I count everything|the connection drops on the ferry›. ‹Life before was hard.|Took me a year to hear of it.|I teach it to everybody.›
            --- 1
            ‹Tab completion|Aliases|A second terminal|Reading the manual|Copying the error into a search box|The up arrow›. ‹I'm not joking.|Don't laugh.|It's a whole lifestyle.|Four years in.›
            --- > 2
            ‹What does the flag do?|Does that work on a Mac?|With or without sudo?|Careful with spaces in names.|Quoting!› ‹Thanks!|Just tried it.|Oh, that's good.›
            --- > 2
            ‹I prefer the long form.|There's a built-in for that since last year.|My editor does it, but yours is prettier.|And with `-h` it's even readable.›

            === announcement | maintenance
            ? File server down ‹weekday› from ‹time›, save your work
            ? Maintenance: home directories read-only on ‹weekday›
            From **‹time› until about two hours later**. You can read, not write. Running jobs on the cluster keep going, their output waits.

            After that, quotas go up to 40 GB.
            --- 1
            40! What was it before?
            --- > m
            5. Since 2011.
            --- 2
            Thank you for warning us *before*.

            === topic | backup
            ? backing up a laptop
            I lost a term paper in ‹month› and I'd like not to repeat it.
            --- 1 *
            Two copies in two places, one of them automatic. Home directory on the file server counts as one (nightly snapshots, `.snapshot` in every folder). The other: an external disk on your desk that you plug in on the same day each week. Then *restore one file*, otherwise you don't have a backup, you've a hope.
            --- 2
            The `.snapshot` folder has saved my life twice.
            === topic | latex
            ? LaTeX figures that wander off
            My figure is about the crab and it appears next to the whale, three pages later.
            --- 1 *
            It floats on purpose: LaTeX puts it where it fits. `[htbp]` gives it more choice, `\FloatBarrier` (package placeins) stops it from leaving a section. Then stop writing "below" and write `Figure~\ref{fig:crab}`.
            --- 2
            `[H]` from the float package nails it down. Use it twice a document at most.
            === topic | regex
            ? a regular expression that matches too much
            `<b>.*</b>` eats everything from the first tag to the last.
            --- 1 *
            `*` is greedy. Use `.*?` (as few as possible) or better `[^<]*`, which says what you mean: anything but the next tag. And if it's real HTML, use a parser.
            --- 2
            Test it on a line where it should *not* match.
            === topic | vpn
            ? the VPN from abroad
            It connects, then nothing loads except the library page.
            --- 1 *
            That's the split tunnel: only campus addresses go through. For journals you need the other profile, "full". If that one is blocked where you are, switch to port 443 in the settings.
            --- 2
            And set the clock. Mine was an hour off and the certificate didn't like it.
            === topic | disk-space
            ? a full disk nobody filled
            `df` says 100 %, and all my files together are 8 GB.
            --- 1 *
            ```sh
            du -xh --max-depth=2 ~ | sort -h | tail -20
            ```
            It's usually a cache, a `.venv` per exercise, or a log that grew for two years. Deleted but still open files don't show up in `du`: restart the program that holds them.
            --- 2
            `ncdu`, if you like it with arrows.
            === topic | encoding
            ? names with broken letters
            "MÃ¼ller" in the export, "Müller" on the web page.
            --- 1 *
            The file is UTF-8 and something read it as Latin-1. Don't replace letters by hand; open it right: `open(name, encoding="utf-8")`, or in the spreadsheet choose UTF-8 in the import dialog instead of double-clicking.
            --- 2
            If it says "MÃƒÂ¼ller" it happened twice. I've seen four times.
            === topic | keyboard
            ? typing accents on a US keyboard
            I write in three languages and switch layouts forty times a day.
            --- 1 *
            US International with dead keys: `'` then `e` is é, `"` then `u` is ü. On Linux there's also the Compose key: Compose, `o`, `/` gives ø, and `l`, `/` gives ł. You never switch again.
            --- 2
            Compose, `<`, `3`. Try it.
            """#)
}
