extension CorpusText {
    /// Language exchange: playful, corrects kindly.
    static let languages = CorpusText(
        name: "languages",
        words: #"""
            slug: languages
            name: Language Exchange
            about: Practise, ask, correct kindly. Ten minutes of yours for ten of mine.
            style: study
            weight: 3.5
            rule: Correct only those who ask for it, and gently.
            rule: Native doesn't mean right.
            rule: Translate what you post, at least in one line.
            rule: No homework translations.
            space: general | General | Talk and tandems.
            space: questions | Questions | Why do you say it like that?
            space: announcements | Announcements | Language cafés. | moderators
            space: show | Finds | Words you like.
            slot course: LING 110 | GERM 101 | JAPN 101 | ARAB 101 | VIET 101
            slot tongue: Arabic | German | Vietnamese | Japanese | Polish | Portuguese | Turkish | Spanish | Hebrew | Persian | Korean | Ukrainian
            aside: In my dialect it's the other way round, of course.
            aside: Say it aloud five times, it stops being strange.
            aside: My grandmother would disagree with all of you.
            aside: The ‹tongue› table meets ‹weekday› ‹time› at ‹cafe›.
            aside: There's a lovely word for this in ‹tongue›.

            === question | arabic العربية
            ? ما الفرق بين «عَلِمَ» و«عَرَفَ»؟ أسأل لأنني أستعملهما دائمًا بالعكس
            ? متى نقول «يعرف» ومتى نقول «يعلم»؟
            أدرس العربية منذ سنتين، وما زلت أخلط بين الفعلين. في كتاب ‹course› يقولون إنهما مترادفان، لكن أستاذتي تصحّحني كل مرة.

            *(When do you use the two Arabic verbs for "to know"?)*
            --- 1 *
            باختصار: «عَرَفَ» للأشخاص والأشياء التي تميّزها عن غيرها (أعرف هذا الشارع)، و«عَلِمَ» للحقائق والأخبار (علمتُ أن المحاضرة أُلغيت).

            لو استطعت أن تضع «أنّ» بعد الفعل، فالأحسن «علم».
            --- > @
            القاعدة الأخيرة سهلة جدًا، شكرًا!
            --- 2
            Like *kennen* and *wissen*, then. That helps the Germans among us.

            === question | hebrew
            ? איך אומרים "deadline" בעברית בלי לומר "דדליין"?
            ? מילה עברית למועד הגשה: מה אתם אומרים?
            במילון כתוב "מועד אחרון", אבל אף אחד שאני מכירה לא מדבר ככה. מה אומרים אצלכם?

            *(What do people really say for "deadline" in Hebrew?)*
            --- 1 *
            "מועד הגשה" אם זו עבודה לקורס, "תאריך יעד" בעבודה. ובדיבור... כולנו אומרים "דדליין".
            --- > @
            אז לפחות אני לא לבד 🙂
            --- 2
            In Polish we say "deadline" too, but we feel guilty.

            === question | german
            ? "Doch": can somebody explain this word to me without using it?
            ? Was bedeutet „doch" eigentlich alles?
            GERM 101 gives four meanings. My flatmate from Leipzig uses it in every sentence with a fifth.
            --- 1 *
            One idea behind all of them: **"against what was just said or assumed"**.

            - *Das stimmt nicht. – Doch!* (against your no)
            - *Komm doch mit!* (against the idea that you won't)
            - *Das ist doch klar.* (against the idea that it needs saying)
            --- > @
            "Against what was assumed" finally makes one word out of five.
            --- 2
            French has *si* for the first one, and it's a relief every time.

            === question | japanese
            ? は and が: is there any rule that survives contact with real sentences?
            ? は と が の違い、もう百回聞きました。百一回目です
            The book says topic and subject. Then the next example does the opposite. ‹course›, lesson ‹some›.
            --- 1 *
            Ask which *question* the sentence answers.

            - 私**は**学生です answers "and you, what are you?"
            - 私**が**学生です answers "which of you is the student?"

            New or contrasted information takes が, what we're already talking about takes は. That survives about 80 % of real sentences, and the rest is taste.
            --- > @
            質問から考えるんですね。ありがとうございます！
            --- 2
            象は鼻が長い. Elephants, as for them, noses are long. I think about it daily.

            === discussion | words
            ? A word in your language that English should steal
            ? Words we keep because nothing else will do
            I offer Norwegian ***utepils***: a beer drunk outside on the first sunny day. It's a legal category in Bergen.
            --- 1
            Portuguese *desenrascanço*: getting out of a mess with whatever is in your pockets.
            --- 2
            Vietnamese *thương*. Love, but with care and a bit of worry in it. It's what my mother means when she asks if I've eaten.
            --- 3
            Tagalog *gigil*: when something is so cute that you have to clench your teeth.
            --- 4
            Persian *نازت را بروم*, and I won't translate it, because I can't.
            --- > 5
            I've been trying for twenty years and I can't either.
            --- 6
            German *Feierabend*. Not free time. The *moment* when it begins.

            === gathering | proverbs
            ? A proverb from your language, word for word
            ? How does one say "it's raining hard" where you come from?
            Literally, please, no polishing. Polish: *not my circus, not my monkeys*.
            --- 1
            ‹Arabic|Portuguese|Turkish|Vietnamese|Norwegian|Persian|Greek|Korean|Irish|Ukrainian›: "‹the mouse that has one hole is soon caught|water that's asleep, keep away from it|don't sell the skin before the bear agrees|one hand doesn't clap|after the rain, umbrellas are cheap|the frog in the well knows the sea from hearsay|who asks doesn't get lost|a guest sees more in an hour|the dog barks, the caravan passes|little by little the nest is built›". ‹My father says it daily.|About ‹money|patience|neighbours|exams›.|It rhymes in the original.›
            --- 1
            With us it rains ‹old women|chair legs|buckets|shoemakers' boys|knives|dogs made of water›, ‹and nobody knows why|obviously|ask my grandmother›. ‹In ‹month› it also rains sideways.|In this town that's most days.›
            --- > 2
            ‹We have nearly the same!|Ours has a cat in it.|How does it sound?|Could you write it in the original?› ‹Stealing it.|Lovely.|That explains a lot.›
            --- > 2
            ‹English has nothing for it, as usual.|The German one is about sausages, of course.|Mine ends badly for the frog.›

            === announcement | cafe
            ? Language café, ‹weekday› ‹evening›, ‹cafe›: ‹tongue› table is back
            ? ‹tongue› and ‹some› other tables, ‹weekday› ‹time›
            A flag on each table, sit where you like, change when the bell rings. Beginners at the window, so that they can look at boats when they need a break.
            --- 1
            Is there a table for people who understand everything and can't say anything?
            --- > m
            That's the biggest one.

            === topic | genders
            ? learning grammatical gender
            Is there any trick beyond "learn it with the word"? I've tried, the word stays and the gender goes.
            --- 1 *
            Learn it with an *ending* and a *picture*: all words in -ung, -heit, -keit are feminine, that alone is hundreds. For the others give each gender a colour or a temperature and imagine the thing in it. A frozen table stays with you.
            --- 2
            Being wrong hardly ever makes you misunderstood. Talk on.
            === topic | tones
            ? hearing tones
            In the recording I hear three of six. In real life none.
            --- 1 *
            Hum first, words later. Record yourself and a native speaker humming the same sentence and lay one over the other. Also: learn pairs, because tones are heard by contrast, not alone.
            --- 2
            Singing people aren't better at it, by the way. Patient people are.
            === topic | phonetics
            ? the IPA chart
            Do I need all of it? ‹course› has a dictation on ‹weekday›.
            --- 1 *
            Learn it by *place*, from the lips backwards: p t k are the same thing at three places. Then voice: b d g. With six features you build fifty symbols instead of memorising them.
            --- 2
            A mirror and a straw. The straw shows where the air goes.
            === topic | vocabulary
            ? keeping vocabulary after the exam
            I had two thousand words in ‹month› and I'd say four hundred are left.
            --- 1 *
            They're not gone, they're asleep. Read easy things, many of them; a word met in ten stories stays, a word met ten times on a card doesn't. Cards only for what you met and want.
            --- 2
            Children's detective stories. I'm serious.
            === topic | morphology
            ? counting the morphemes in a word
            Is *cranberry* two? What is a *cran*?
            --- 1 *
            Two, and *cran* is the famous example: it occurs nowhere else, but *berry* does, so what's left must be a piece as well. Cut where both sides either mean something or turn up elsewhere.
            --- 2
            Try *receive, deceive, perceive* next, and enjoy your evening.
            === topic | translation
            ? translating a joke
            The whole point is a word with two meanings, and English has two words.
            --- 1 *
            Translate the *effect*: find another pun at the same place, even with different things in it. If the joke carries the plot, keep the thing and lose the pun. A footnote is the last resort, it's where jokes go to be buried.
            --- 2
            Or laugh in the next sentence instead. Nobody counts them.
            """#)
}
