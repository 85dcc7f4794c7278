extension CorpusText {
    /// Computing: exact, patient, hints over solutions.
    static let algorithms = CorpusText(
        name: "algorithms",
        words: #"""
            slug: algorithms
            name: Algorithms & Data Structures
            about: Questions and ideas around CS 161 and MATH 221. Hints over solutions.
            style: study
            university: 0
            weight: 13
            rule: Ask about one thing at a time.
            rule: No finished solutions to graded work.
            rule: Credit the source of a proof or a picture.
            rule: Explain as you would to a friend.
            space: general | General | Ideas, contests, meeting up.
            space: questions | Questions | Stuck? Show what you tried.
            space: announcements | Announcements | From the people who run this place. | moderators
            space: show | Show and tell | Notes, drawings, small programs.
            slot course: CS 161 | CS 161 | MATH 221 | CS 201 | CS 245
            slot lab: lab 2 | lab 3 | lab 4 | lab 5 | problem set 3 | problem set 6
            aside: Draw it for n = 4 before you believe any of us.
            aside: My rule: if I can't say which arrow changes, I'm not allowed to type yet.
            aside: Which invariant do you want to hold after each turn of the loop? Write that line first.
            aside: Hints only please, ‹lab› is open until ‹weekday›.
            aside: A property test would have found this: random input, compare with the slow version, stop at the first difference.
            aside: Print the array after *each* step for an input of five elements. Tedious, and it works.
            aside: The animation in the week ‹week› notes does exactly this case.
            aside: Try the sorted input, the reversed one and the one where all keys are equal. Something will break.

            === question | binary-search-trees recursion
            ? Deleting a node with two children loses half of my tree. What am I missing?
            ? BST delete with two children drops a subtree, where did it go?
            I'm implementing delete for the binary search tree in ‹lab›. Leaves and nodes with one child work. When I delete a node with two children, the tree sometimes comes back much smaller than it should be.

            ```python
            elif node.left and node.right:
                successor = smallest(node.right)
                node.key = successor.key
                detach(successor)  # gone, or so I thought
            ```

            What I've tried:

            1. Deleting 20 from `[20, 10, 40, 30, 35]` leaves `[30, 10, 40]`. The 35 is gone.
            2. Deleting 20 from `[20, 10, 40, 30]` is fine.

            I don't want the finished function, it's graded. I'd like to understand which step I'm thinking about the wrong way. #lab-4
            --- 1 *
            Look at what happens to the successor's **right** child. The successor never has a left child, but it may well have a right one, and `detach` drops it.

            Instead of cutting the successor off, delete it from the right subtree with the same function. You have already written the easy case.
            --- > @
            That was it! I was replacing the node's value and then throwing away whatever hung under the successor. Two evenings for one line. Thank you.
            --- >> 1
            If you want to be sure it never comes back, test the shape and not only the contents: after every delete, walk the tree in order and check that the list is sorted and one shorter than before.
            --- 2
            Before you change the code, draw the three cases on paper and write one sentence under each:

            - No child: the parent forgets the node.
            - One child: the parent adopts it.
            - Two children: the node takes its successor's key, *and then* the successor is one of the first two cases.

            The third sentence contains your bug.
            --- > 3
            Seconding the drawing.

            === question | graphs shortest-paths
            ? Is Dijkstra still correct if exactly one edge is negative?
            ? One negative edge: does Dijkstra always fail, or only sometimes?
            All the examples against Dijkstra with negative edges have cycles or several negative edges. Suppose there is **exactly one** negative edge and no negative cycle. Does it always go wrong, or only when that edge is reached late?

            I tried 200 random graphs with `n = ‹some›` and it was wrong on ‹number› of them.
            --- 1 *
            Only when the negative edge leads into a vertex that was already closed. The argument for closing a vertex is "every other way is at least as long", and that's the sentence a later negative edge breaks.

            If the edge leaves the *source*, nothing is closed yet and Dijkstra stays correct. That's a nice small proof to write down.
            --- > @
            So the number of negative edges was never the point, only the order. That explains the ‹number› cases.
            --- 2
            With one such edge (u, v) you can also run Dijkstra twice: once without the edge, once from v, and combine. Still O(m log n).

            === question | complexity heaps
            ? Why is building a heap O(n) and not O(n log n)?
            ? n calls of sift-down, log n each, and the total is O(n)?
            Every element may sink log n levels and there are n of them. I can follow the sum in the book line by line and I still don't *believe* it.
            --- 1 *
            Most elements are near the bottom, and those have nowhere to sink. Half of the nodes are leaves: 0 steps. A quarter can sink 1 level, an eighth 2 levels…

            n · (0/2 + 1/4 + 2/8 + 3/16 + …) = n · 1

            Inserting one by one is the other way round: half of the elements start at the bottom and may *rise* log n levels. That one really is n log n.
            --- > @
            "Half of them have nowhere to go" is what I needed. Thank you!
            --- 2
            Draw a tree with 15 nodes and write at each node how far it can fall. Then do the same for rising. The two pictures are the whole proof.

            === question | recursion python
            ? Recursion depth exceeded on sorted input
            ? RecursionError in quicksort, but only when the list is already sorted
            My quicksort passes everything except the file with 10,000 sorted numbers:

            ```
            RecursionError: maximum recursion depth exceeded in comparison
            ```

            I could raise the limit with `sys.setrecursionlimit`, but that feels like cheating. It takes the first element as pivot.
            --- 1 *
            First element as pivot on sorted input: one side is empty, the other has n − 1 elements, so the depth is n. Two usual cures:

            - pick the pivot at random (or the median of three);
            - recurse into the *smaller* part and loop over the larger one. Then the depth is at most log₂ n even in the worst case.

            Raising the limit only moves the crash.
            --- > @
            The second one is neat. So depth and running time are two different problems here?
            --- >> 1
            Exactly. Looping fixes the depth, a random pivot fixes the time.
            --- 2
            We have all raised the limit once. We have all regretted it.

            === discussion | amortised-analysis
            ? Amortised analysis finally made sense when I thought of it as a meal plan
            ? Amortised cost is a meal plan, and other images that helped
            You pay the same every day, also on days when you only have toast. When the big dinner comes, it's already paid. The table doubles rarely, and every cheap `append` put a bit aside for it.

            The potential function is just the balance on the card. It must never go below zero, and that's all there is to the proof.

            Which comparison made a definition click for *you*? I'm collecting them for the ‹weekday› session.
            --- 1
            Union–find with path compression: tidying your room on the way to fetching something. One slow trip, all later ones are quick.
            --- 2
            Hash tables and pigeonholes, obviously, but the *load factor* I only got when I saw the coat rack at ‹cafe› in winter.
            --- > 3
            That coat rack has a load factor of 4.
            --- 4
            Invariants are promises you make to the person who reads the next line.

            === discussion @show | red-black-trees notes
            ? I drew every rotation of a red-black tree by hand. Here are the eleven pages, scanned, with the mistakes left in
            ? Eleven pages of red-black tree rotations, mistakes left in on purpose
            It took three evenings. The cases for deletion are on pages 6 to 9; on page 7 I got the colour of the sibling wrong and you can see where I notice.

            What I'd do differently:

            - start from 2-3-4 trees, the rules then *follow* instead of falling from the sky
            - one colour pen is enough, dashed for red
            - never draw after midnight

            They're on the shelf in ‹room› for anyone who wants to copy them.
            --- 1
            Page 7 is the best teaching material I've seen this term. Seeing someone be wrong and recover is worth ten clean slides.
            --- 2
            The 2-3-4 remark should be printed on the course page.
            --- > @
            I only found it on evening three, which is why it says so at the end and not at the start.

            === question | dynamic-programming
            ? How do you *find* the subproblems in dynamic programming?
            ? Dynamic programming: I understand every solution and find none myself
            Given the table, I can fill it in. Given the recurrence, I can write the code. Given the problem in ‹lab›, I stare at it.

            How do you get from the story to `f(i, j)`?
            --- 1 *
            Write the dumb recursive search first, the one that tries every choice. Then look at its **arguments**: whatever it needs to know to go on is your state. If two different pasts lead to the same arguments, that's the subproblem that gets reused.

            Then shrink the state: do I need the whole list of chosen items, or only their total?
            --- > 2
            And name it in a full sentence: "f(i, w) is the best value using the first i items with w kilos left." If I can't finish the sentence, I don't have it yet.
            --- @
            The full sentence did it. Mine was missing "left".

            === question | hashing java
            ? Why does my HashMap lose entries after I change the key object?
            ? Put it in the map, changed it, can't find it any more
            ```java
            Set<Point> seen = new HashSet<>();
            Point p = new Point(1, 2);
            seen.add(p);
            p.x = 5;
            System.out.println(seen.contains(p)); // false
            ```

            But it's *in there*, I can see it when I print the set. ‹lab›, part b.
            --- 1 *
            The bucket was chosen by the hash of (1, 2). Now you look in the bucket for (5, 2). The object sits in the wrong drawer and nobody told the cabinet.

            Keys must not change while they are in the map. Make `Point` immutable (`final` fields, or a `record`) and the problem can't be written any more.
            --- > @
            "Wrong drawer" is now on my wall.

            === gathering | bugs
            ? The smallest bug that cost you the most time?
            ? One character, one evening: confess your bugs of ‹month›
            Mine: a `<` where a `<=` should be, in ‹lab›. *Nine hours*, two of them spent blaming the compiler. Yours?
            --- 1
            ‹A comma|A semicolon|An off-by-one|A missing `return`|A variable called `l` that I read as `1`|An unsigned subtraction|A shadowed variable|A cached result|Integer division|A path with a space in it›. ‹Four hours.|Two evenings.|A whole weekend.|Until the TA walked past and pointed.|I still don't want to talk about it.›
            --- 1
            I ‹sorted|searched|compared|printed› the wrong ‹list|array|copy|file› for ‹two|three|five› hours. It was ‹right|beautiful|fast›, it just wasn't ‹mine|the one I handed in|connected to anything›.
            --- 1
            `‹if (x = 0)|for i in range(1, n)|return None|a[i] = i++|except: pass›`. That's it. That's the ‹story|bug|confession›. ‹Lab 2.|Problem set 6.|Final project.|In front of everyone.›
            --- 1
            The tests were ‹green|passing|perfect› because ‹they never ran|I had commented them out in ‹month›|they compared the function with itself|the file was in the wrong folder›.
            --- > 2
            ‹Oh no.|Same.|I felt that.|This one hurts.|You win.› ‹How did you find it?|Did the compiler warn you?|What did you say aloud?›
            --- > 2
            A ‹warning|linter|rubber duck|second pair of eyes|debugger›, that's what I ‹learned|bought|use› ‹after mine|since then|now›. ‹Mostly.|No regrets.|It quacks.›

            === question | testing
            ? My sort is right for every input I can think of, right for ten thousand random ones, right on my laptop and on my flatmate's, and wrong for exactly one hidden case on the grader: where do I even begin to look?
            ? What do you do when every test you can imagine passes, the invariants hold on paper, and the hidden test ‹number› still says "wrong answer" without a single further word about what it expected from you?
            It's ‹lab›. I've read the statement ‹some› times. I don't want the test, I want a way of *thinking* about this.
            --- 1 *
            Go through the statement and write down every promise it does **not** make: empty input, one element, all equal, negative numbers, the largest allowed value, a missing newline at the end. Each is a test. In my year it was the empty line at the end.
            --- > @
            It was n = 0. I print a newline and it wants nothing. The whole of it was *nothing*.
            --- 2
            Ask somebody else to read the statement aloud to you. You hear the words you've been skipping.

            === announcement | midterm
            ? Midterm review: what's in, what's out, and two rooms that are open late
            ? ‹course› review session ‹weekday›, and what the exam leaves out
            **In:** recurrences, heaps, hashing, balanced trees up to rotations, breadth-first and depth-first search.

            **Out:** Fibonacci heaps, string matching, anything marked ★ in the notes.

            ‹room› and ‹building› stay open until 23:00 on the three evenings before. Bring your questions to the review on ‹weekday› at ‹time›; two pages of hand-written notes are allowed in the exam.
            --- 1
            Is the master theorem with the extra condition in?
            --- > m
            The three plain cases are. You won't be asked for the regularity condition.
            --- 2
            Thank you for the late rooms. Last year we sat on the stairs.

            === discussion | contests
            ? Looking for two people for the ‹day› programming contest
            ? One seat free in our contest team, all levels
            ‹time›, ‹room›, five hours, one computer for three people. We came ‹number›th last time and had the best snacks.

            We need somebody who **likes geometry**, because neither of us does.
            --- 1
            I like geometry and I'm free. What language?
            --- > @
            Python for the easy ones, C++ for the rest. You're in!
            --- 2
            I can't this time, but please post the problems afterwards.

            === question | grading locked-lab
            ? ‹lab›, test 17 fails only on the grader
            ? Passes on my laptop, fails test 17 on the grader
            All 16 visible tests pass. On the grader, test 17 says `wrong answer at line 4001`. I can't see its input. Anyone else? I'm **not** asking for the test.
            --- 1
            Line 4001 of the output, so the input is large. Think about what changes with size: recursion depth, integer overflow, reading input with a fixed buffer.
            --- 2 *
            Equal keys. My comparison used `<` on one side and `<=` on the other, and it only shows when there are many duplicates. Check what your code promises about ties.
            --- > @
            Ties. Of course it was ties.
            --- 3
            A gentle reminder that test 17 changes every year, so save yourself the guessing and write a random tester.

            === topic | big-o
            ? the difference between big O and big Theta
            The lecturer says "this is O(n²)" and means it's *slow*, then says "and also O(n³)". Isn't one of the two wrong?
            --- 1 *
            Both are right: O is an upper bound, like "costs at most". Saying a coffee costs at most $50 is true and useless. Θ says the bound is tight from both sides. In conversation people say O and mean Θ; in a proof it matters.
            --- 2
            Test yourself: is n in O(n²)? Yes. In Θ(n²)? No. If that feels right you've got it.
            === topic | recurrences
            ? the master theorem, third case
            For T(n) = 2T(n/2) + n² the top level dominates, fine. But the book adds a *regularity condition* and I can't see what goes wrong without it.
            --- 1 *
            It rules out functions that jump about, so that the work might be small at one level and large at the next. For polynomials it always holds. Check a·f(n/b) ≤ c·f(n) with c < 1: here 2·n²/4 = n²/2, so c = ½.
            --- 2
            In practice: draw the recursion tree, add up three levels, look whether they grow or shrink. The theorem is that picture with names.
            === topic | sorting
            ? stable sorting
            Why would I care that equal elements stay in order? Equal is equal, no?
            --- 1 *
            Equal *by the key you sort by*. Sort students by name, then by grade with a stable sort: within each grade they're still by name. With an unstable one the first sort was wasted work.
            --- 2
            Radix sort only works because each pass is stable. Try it with an unstable one on `[21, 12, 11]`.
            === topic | graphs bfs
            ? breadth-first search on a grid
            My BFS visits some cells many times and takes minutes on a 1000 × 1000 maze. I mark a cell when I take it out of the queue.
            --- 1 *
            Mark it when you put it **in**. Otherwise the same cell enters the queue from all four neighbours before anybody takes it out, and those copies multiply.
            --- > @
            From three minutes to half a second. Wow.
            --- 2
            Also use a `deque`: `list.pop(0)` shifts the whole list each time.
            === topic | graphs dfs
            ? finding a cycle in a directed graph
            I keep a `visited` set and say "cycle" when I meet a visited node. It reports cycles in graphs that have none.
            --- 1 *
            Visited *ever* is not the same as visited *on the current path*. Use three colours: white for new, grey for on the path, black for done. Only a grey neighbour means a cycle.
            --- 2
            The diamond a→b→d, a→c→d is the smallest example where two colours fail.
            === topic | hashing
            ? open addressing and deletion
            If I just empty the slot, later lookups fail for keys that are clearly in the table. If I don't, the table fills up.
            --- 1 *
            Lookups stop at an empty slot, so emptying one cuts the chain of everything that was pushed past it. Leave a tombstone: lookups walk over it, inserts may reuse it. When tombstones pass a quarter of the table, rebuild.
            --- 2
            With linear probing you can also shift the following entries back. Nice exercise, easy to get wrong at the wrap-around.
            === topic | greedy
            ? proving a greedy algorithm right
            I can see that "earliest finishing time first" works, and I never know what to write beyond "clearly".
            --- 1 *
            Exchange argument: take any optimal solution, look at the first place where it differs from yours, and swap in your choice. Show that it stays valid and doesn't get worse. Repeat until it *is* yours.
            --- 2
            If you can't show the swap is harmless, look there for a counterexample. That's how you find that "shortest first" fails.
            === topic | np-completeness
            ? reductions in the right direction
            To show that my problem is hard, do I reduce *it* to SAT or SAT to *it*? I get this wrong every single time.
            --- 1 *
            Known hard → yours. "If I could solve mine, I could solve SAT, and nobody can (probably)". The other direction only shows that yours isn't *harder* than SAT.
            --- 2
            Mnemonic: you want to blame your problem, so the hard one has to come in through the door of yours.
            === topic | binary-search
            ? off-by-one errors in binary search
            Mine loops for ever when the list has two elements. I've changed `<` to `<=` and back until I no longer know what I meant.
            --- 1 *
            Decide what `low` and `high` **mean** and never change it. Mine: the answer is in `[low, high)`. Then the loop is `while low < high`, the middle goes to `high = mid`, and the other branch must be `low = mid + 1`, or two elements loop for ever.
            ```python
            while low < high:
                mid = (low + high) // 2
                if a[mid] < x:
                    low = mid + 1
                else:
                    high = mid
            ```
            --- 2
            Check it by hand for lengths 0, 1 and 2. If those three work, the rest does.
            === topic | union-find
            ? path compression in union–find
            Why does everyone write the inverse Ackermann function next to it? Is it O(1) or isn't it?
            --- 1 *
            Not quite constant, but α(n) is at most 4 for any n you can write down in this universe. Nobody proves it in a first course; what you should be able to say is why trees stay flat: every find hangs what it meets directly under the root.
            --- 2
            Union by size *alone* already gives log n. Compression is the cherry.
            === topic | pointers c
            ? a linked list that loses its first node in C
            `push_front(list, x)` works inside the function, and afterwards the list in `main` is as before. No crash, just nothing.
            --- 1 *
            You changed your own copy of the pointer. Pass the address of it:
            ```c
            void push_front(struct node **head, int x) {
                struct node *n = malloc(sizeof *n);
                n->value = x;
                n->next = *head;
                *head = n;
            }
            ```
            or return the new head and assign it.
            --- 2
            Draw two boxes called `head`, one in main and one in the function. Only one of them moves.
            === topic | strings
            ? string concatenation in a loop
            Building a 2 MB output with `s += part` takes a minute. Isn't that n times O(1)?
            --- 1 *
            Each `+=` may copy everything so far: 1 + 2 + … + n, so n². Collect the parts in a list and `"".join(parts)` once.
            --- 2
            CPython sometimes cheats and makes it fast, which is worse, because then it's slow only on the grader.
            """#)
}
