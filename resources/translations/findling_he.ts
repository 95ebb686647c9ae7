<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="he" sourcelanguage="en">
<context>
    <name>AboutBox</name>
    <message>
        <source>About Findling</source>
        <translation>על אודות Findling</translation>
    </message>
    <message>
        <source>Whose work is in it</source>
        <translation>עבודתם של מי יש כאן</translation>
    </message>
    <message>
        <source>Findling {version}</source>
        <translation>‏Findling {version}</translation>
    </message>
    <message>
        <source>Searches your own files by what they mean, on your own machine.</source>
        <translation>חיפוש בקבצים האישיים לפי משמעותם, במחשב האישי.</translation>
    </message>
    <message>
        <source>Free software under the MIT licence.</source>
        <translation>תוכנה חופשית ברישיון MIT.</translation>
    </message>
    <message>
        <source>Findling sends nothing: no files, no searches, no figures on how it is used. It works without a network.</source>
        <translation>‏Findling אינה שולחת דבר: לא קבצים, לא חיפושים ולא נתוני שימוש. היא פועלת ללא רשת.</translation>
    </message>
    <message>
        <source>Qt and PySide6 are used under the GNU Lesser General Public License, version 3, unchanged and as separate libraries: you may replace them with versions of your own. All others stand below.</source>
        <translation>‏Qt ו־PySide6 נמצאות בשימוש לפי הרישיון GNU Lesser General Public License, גרסה 3, ללא שינוי וכספריות נפרדות: מותר להחליפן בגרסאות אחרות. כל השאר מפורטות למטה.</translation>
    </message>
    <message>
        <source>Libraries with their licences</source>
        <translation>הספריות ורישיונותיהן</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>רכיב</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>גרסה</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>רישיון</translation>
    </message>
    <message>
        <source>Qt and PySide6</source>
        <translation>‏Qt ו־PySide6</translation>
    </message>
    <message>
        <source>Model all-MiniLM-L6-v2</source>
        <translation>המודל all-MiniLM-L6-v2</translation>
    </message>
    <message>
        <source>Language tables of py3langid</source>
        <translation>טבלאות השפות של py3langid</translation>
    </message>
    <message>
        <source>Text recognition PP-OCRv6 of PaddleOCR</source>
        <translation>זיהוי טקסט PP-OCRv6 של PaddleOCR</translation>
    </message>
    <message>
        <source>Icons by Lucide</source>
        <translation>סמלים מאת Lucide</translation>
    </message>
    <message>
        <source>see its files</source>
        <translation>ראו בקבציו</translation>
    </message>
</context>
<context>
    <name>ActionPalette</name>
    <message>
        <source>Actions</source>
        <translation>פעולות</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>מה לעשות</translation>
    </message>
</context>
<context>
    <name>Activity</name>
    <message>
        <source>Starting…</source>
        <translation>בהפעלה…</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>מושהה</translation>
    </message>
    <message>
        <source>{trouble}; changes are noticed in all others</source>
        <translation>‏{trouble}; בכל השאר שינויים מזוהים</translation>
    </message>
    <message>
        <source>Up to date; changes are noticed as they happen</source>
        <translation>מעודכן; שינויים מזוהים מיד</translation>
    </message>
    <message>
        <source>Indexing keeps ending. Findling goes on trying; you can search meanwhile.</source>
        <translation>הקריאה נפסקת שוב ושוב. Findling ממשיכה לנסות; בינתיים אפשר לחפש.</translation>
    </message>
    <message>
        <source>Putting the index in order</source>
        <translation>האינדקס מסודר</translation>
    </message>
    <message>
        <source>Looking for changes</source>
        <translation>מחפשת שינויים</translation>
    </message>
    <message>
        <source>Reading scans and pictures</source>
        <translation>קורא סריקות ותמונות</translation>
    </message>
    <message>
        <source>Grouping documents by topic</source>
        <translation>מסמכים מקובצים לפי נושאים</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>קוראת</translation>
    </message>
    <message>
        <source>Indexing the meaning</source>
        <translation>המשמעות נסרקת</translation>
    </message>
    <message>
        <source>{stage}, {time} left</source>
        <translation>‏{stage}, נותרו {time}</translation>
    </message>
    <message>
        <source>{stage}, working out how long it takes</source>
        <translation>‏{stage}, בודק כמה זמן זה יימשך</translation>
    </message>
    <message>
        <source>Paused until {time}</source>
        <translation>מושהה עד {time}</translation>
    </message>
    <message>
        <source>Paused until there is mains power</source>
        <translation>מושהה עד לחיבור לחשמל</translation>
    </message>
    <message>
        <source>Resting while on battery</source>
        <translation>במנוחה בזמן עבודה על סוללה</translation>
    </message>
    <message>
        <source>Paused until you resume</source>
        <translation>מושהה עד להמשך ידני</translation>
    </message>
</context>
<context>
    <name>Adding</name>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>אין תיקייה {folder}.</translation>
    </message>
    <message>
        <source>{folder} is a file; Findling covers whole folders.</source>
        <translation>‏{folder} הוא קובץ; Findling מכסה תיקיות שלמות.</translation>
    </message>
    <message>
        <source>{folder} is in the list already.</source>
        <translation>‏{folder} כבר ברשימה.</translation>
    </message>
    <message>
        <source>{folder} is covered already: it lies in {other}.</source>
        <translation>‏{folder} כבר מכוסה: היא נמצאת בתוך {other}.</translation>
    </message>
    <message>
        <source>{folder} holds {other}, which stays a folder of its own, with its own rules.</source>
        <translation>‏{folder} מכילה את {other}, שנשארת תיקייה בפני עצמה עם כללים משלה.</translation>
    </message>
    <message>
        <source>{folder} is very wide: it holds much that is no document of yours.</source>
        <translation>‏{folder} רחבה מאוד: יש בה הרבה דברים שאינם מסמכים אישיים.</translation>
    </message>
</context>
<context>
    <name>AppearanceSection</name>
    <message>
        <source>Appearance</source>
        <translation>מראה</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>כמו שולחן העבודה</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>בהיר</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>כהה</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>כמו המערכת</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>צבעים</translation>
    </message>
    <message>
        <source>Dark ink on light paper, or the other way round.</source>
        <translation>דיו כהה על נייר בהיר, או להפך.</translation>
    </message>
    <message>
        <source>One result for all versions</source>
        <translation>תוצאה אחת לכל הגרסאות</translation>
    </message>
    <message>
        <source>Drafts of one document stand in one row, which unfolds to all of them, newest first.</source>
        <translation>טיוטות של מסמך אחד עומדות בשורה אחת, שנפתחת לכולן, החדשה תחילה.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>שפה</translation>
    </message>
    <message>
        <source>Of this window only. Files in languages that the model does not know are found by their words.</source>
        <translation>של החלון הזה בלבד. קבצים בשפות שהמודל אינו מכיר נמצאים לפי המילים שבהם.</translation>
    </message>
    <message>
        <source>Thumbnails in results</source>
        <translation>תמונות ממוזערות בתוצאות</translation>
    </message>
    <message>
        <source>Pictures, and the page of a PDF that was found. At most 64 MB; switched off, they are deleted.</source>
        <translation>תמונות, והעמוד שנמצא בקובץ PDF. לכל היותר 64 MB; בכיבוי הן נמחקות.</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>הפעלה מחדש עכשיו</translation>
    </message>
    <message>
        <source>Closes the window and opens it again as it was, in another language.</source>
        <translation>סוגר את החלון ופותח אותו שוב כפי שהיה, בשפה אחרת.</translation>
    </message>
    <message>
        <source>Findling speaks it from its next start on.</source>
        <translation>ייכנס לתוקף בהפעלה הבאה של Findling.</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>Search</source>
        <translation>חיפוש</translation>
    </message>
    <message>
        <source>No log is written: {reason}</source>
        <translation>לא נכתב יומן: {reason}</translation>
    </message>
    <message>
        <source>A name for this search</source>
        <translation>שם לחיפוש הזה</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>שינוי שם</translation>
    </message>
    <message>
        <source>Something in Findling went wrong ({name}). It is written down in {log}</source>
        <translation>משהו השתבש ב־Findling ({name}). הפרטים נרשמו ב־{log}</translation>
    </message>
    <message>
        <source>Something in Findling went wrong ({name}).</source>
        <translation>משהו השתבש ב־Findling ({name}).</translation>
    </message>
</context>
<context>
    <name>ArrivalBar</name>
    <message>
        <source>Show</source>
        <translation>הצגה</translation>
    </message>
</context>
<context>
    <name>AssistantRow</name>
    <message>
        <source>Disconnect</source>
        <translation>ניתוק</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>חיבור</translation>
    </message>
    <message>
        <source>Holds from its next start on.</source>
        <translation>ייכנס לתוקף בהפעלה הבאה.</translation>
    </message>
</context>
<context>
    <name>AssistantRows</name>
    <message>
        <source>None that Findling knows. For others, “findling mcp” is the command to start.</source>
        <translation>אף אחד ש־Findling מכירה. לאחרים, הפקודה להפעלה היא ‎“findling mcp”‎.</translation>
    </message>
</context>
<context>
    <name>BehaviourSection</name>
    <message>
        <source>On the desktop</source>
        <translation>בשולחן העבודה</translation>
    </message>
    <message>
        <source>Icon in the tray</source>
        <translation>סמל במגש המערכת</translation>
    </message>
    <message>
        <source>Closing the window leaves Findling there, up to date.</source>
        <translation>אחרי סגירת החלון Findling נשארת שם, מעודכנת.</translation>
    </message>
    <message>
        <source>Start when I log in</source>
        <translation>להפעיל בכניסה למערכת</translation>
    </message>
    <message>
        <source>In the background, so that what changes is found at once.</source>
        <translation>ברקע, כדי שכל שינוי יימצא מיד.</translation>
    </message>
    <message>
        <source>Tell of files that I have already</source>
        <translation>להודיע על קבצים שכבר יש לי</translation>
    </message>
    <message>
        <source>When one comes into a folder of the library. Nothing is moved; Duplicates lists them either way.</source>
        <translation>כשקובץ כזה מגיע לתיקייה של הספרייה. דבר אינו מועבר; ברשימת הכפילויות הם מופיעים בכל מקרה.</translation>
    </message>
    <message>
        <source>Key for the quick window</source>
        <translation>מקש לחלון המהיר</translation>
    </message>
    <message>
        <source>Heard in every program; searches without the window.</source>
        <translation>נשמע בכל תוכנית; חיפוש בלי החלון.</translation>
    </message>
    <message>
        <source>Tips</source>
        <translation>טיפים</translation>
    </message>
    <message>
        <source>What Findling can do, under the empty box, once a week at most.</source>
        <translation>מה Findling יודע לעשות, מתחת לתיבה הריקה, פעם בשבוע לכל היותר.</translation>
    </message>
    <message>
        <source>This desktop has no tray. Closing the window ends Findling.</source>
        <translation>לשולחן העבודה הזה אין מגש. סגירת החלון מסיימת את Findling.</translation>
    </message>
    <message>
        <source>Not kept: {reason}.</source>
        <translation>לא נשמר: {reason}.</translation>
    </message>
    <message>
        <source>Not kept: a key for every program needs Ctrl, Alt or the Windows key, and one key more.</source>
        <translation>לא נשמר: מקש לכל התוכניות דורש Ctrl,‏ Alt או מקש Windows, ועוד מקש אחד.</translation>
    </message>
</context>
<context>
    <name>CallList</name>
    <message>
        <source>Program, words, file</source>
        <translation>תוכנית, מילים, קובץ</translation>
    </message>
    <message>
        <source>Filter what was asked for</source>
        <translation>סינון של מה שהתבקש</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>בדיקה חוזרת</translation>
    </message>
    <message>
        <source>Forget all</source>
        <translation>לשכוח הכול</translation>
    </message>
    <message>
        <source>Forget all that was asked for</source>
        <translation>לשכוח את כל מה שהתבקש</translation>
    </message>
    <message>
        <source>What was asked for</source>
        <translation>מה שהתבקש</translation>
    </message>
    <message>
        <source>Forget all that was asked for? It cannot be brought back.</source>
        <translation>לשכוח את כל מה שהתבקש? אי אפשר לשחזר.</translation>
    </message>
    <message>
        <source>Nothing was asked for.</source>
        <translation>לא התבקש דבר.</translation>
    </message>
    <message>
        <source>None of the calls has these words.</source>
        <translation>אין קריאה עם המילים האלה.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) in all, the latest first.</source>
        <translation>
            <numerusform>קריאה אחת בסך הכול.</numerusform>
            <numerusform>%Ln קריאות בסך הכול, האחרונה תחילה.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) named</source>
        <translation>
            <numerusform>צוין קובץ אחד</numerusform>
            <numerusform>צוינו %Ln קבצים</numerusform>
        </translation>
    </message>
    <message>
        <source>Something in Findling went wrong</source>
        <translation>משהו השתבש ב־Findling</translation>
    </message>
    <message>
        <source>Refused: {reason}</source>
        <translation>נדחה: {reason}</translation>
    </message>
</context>
<context>
    <name>CardFrames</name>
    <message>
        <source>Slide {number} of {count}</source>
        <translation>שקופית {number} מתוך {count}</translation>
    </message>
</context>
<context>
    <name>CardList</name>
    <message>
        <source>Looking at the models…</source>
        <translation>בודק את המודלים…</translation>
    </message>
    <message>
        <source>Recommended for your files</source>
        <translation>מומלץ לקבצים שלך</translation>
    </message>
    <message>
        <source>Fewer models</source>
        <translation>פחות מודלים</translation>
    </message>
    <message numerus="yes">
        <source>%Ln other model(s)</source>
        <translation>
            <numerusform>עוד מודל אחד</numerusform>
            <numerusform>עוד %Ln מודלים</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangePanel</name>
    <message>
        <source>How far the change is</source>
        <translation>התקדמות ההחלפה</translation>
    </message>
    <message numerus="yes">
        <source>{done} of %Ln document(s) done</source>
        <translation>
            <numerusform>‏{done} ממסמך אחד הושלמו</numerusform>
            <numerusform>‏{done} מתוך %Ln מסמכים הושלמו</numerusform>
        </translation>
    </message>
    <message>
        <source>{model} answers until all is done; then the new one does, at once.</source>
        <translation>‏{model} עונה עד שהכול מוכן; אז החדש עונה, מייד.</translation>
    </message>
    <message>
        <source>Going over to {model}</source>
        <translation>מעבר אל {model}</translation>
    </message>
    <message>
        <source>, {time} left</source>
        <translation>, נותרו {time}</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>להמשיך</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>השהיה</translation>
    </message>
    <message>
        <source>, and it rests</source>
        <translation>, והוא נח</translation>
    </message>
</context>
<context>
    <name>ChipBar</name>
    <message>
        <source>Filter</source>
        <translation>מסנן</translation>
    </message>
    <message>
        <source>Add a filter</source>
        <translation>הוספת מסנן</translation>
    </message>
    <message>
        <source>Like {name}</source>
        <translation>דומה ל־{name}</translation>
    </message>
    <message>
        <source>{filter} {reason}.</source>
        <translation>{filter} {reason}.</translation>
    </message>
    <message>
        <source>Take this filter away</source>
        <translation>הסרת המסנן</translation>
    </message>
</context>
<context>
    <name>ChoiceCard</name>
    <message>
        <source>Recommended</source>
        <translation>מומלץ</translation>
    </message>
    <message numerus="yes">
        <source>About %Ln document(s) would be found by their words only.</source>
        <translation>
            <numerusform>מסמך אחד בערך יימצא לפי מילותיו בלבד.</numerusform>
            <numerusform>‏%Ln מסמכים בערך יימצאו לפי מילותיהם בלבד.</numerusform>
        </translation>
    </message>
    <message>
        <source>Better in English</source>
        <translation>טוב יותר באנגלית</translation>
    </message>
    <message>
        <source>For {languages}</source>
        <translation>עבור {languages}</translation>
    </message>
    <message>
        <source>Ready now</source>
        <translation>מוכן עכשיו</translation>
    </message>
    <message>
        <source>{some} and more</source>
        <translation>{some} ועוד</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source> and </source>
        <translation> ו־</translation>
    </message>
    <message>
        <source>{size} to download, once</source>
        <translation>הורדה חד־פעמית של {size}</translation>
    </message>
    <message>
        <source>working out how long it takes for these folders…</source>
        <translation>בודק כמה זמן זה יימשך לתיקיות האלה…</translation>
    </message>
    <message>
        <source>{time} for these folders</source>
        <translation>{time} לתיקיות האלה</translation>
    </message>
    <message>
        <source>{size} on disk</source>
        <translation>{size} בכונן</translation>
    </message>
    <message>
        <source>Folder with the files of the model</source>
        <translation>תיקייה עם קובצי המודל</translation>
    </message>
    <message>
        <source>I have it in a folder…</source>
        <translation>הוא אצלי בתיקייה…</translation>
    </message>
    <message>
        <source>From {folder}; download it instead</source>
        <translation>מתוך {folder}; להוריד במקום זאת</translation>
    </message>
</context>
<context>
    <name>ComparisonModel</name>
    <message>
        <source>The same: {text}</source>
        <translation>זהה: {text}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>כלום</translation>
    </message>
    <message>
        <source>Moved. Left: {left}. Right: {right}</source>
        <translation>הוזז. שמאל: {left}. ימין: {right}</translation>
    </message>
    <message>
        <source>Differs. Left: {left}. Right: {right}</source>
        <translation>שונה. שמאל: {left}. ימין: {right}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln paragraph(s) the same</source>
        <translation>
            <numerusform>פסקה אחת זהה</numerusform>
            <numerusform>‏%Ln פסקאות זהות</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComparisonPane</name>
    <message>
        <source>Previous difference</source>
        <translation>ההבדל הקודם</translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation>ההבדל הבא</translation>
    </message>
    <message>
        <source>Show the pages side by side</source>
        <translation>הצגת העמודים זה לצד זה</translation>
    </message>
    <message>
        <source>Choose a file to compare it with the one that stays.</source>
        <translation>יש לבחור קובץ כדי להשוות אותו לקובץ שנשאר.</translation>
    </message>
    <message>
        <source>{share} alike</source>
        <translation>‏{share} זהים</translation>
    </message>
    <message numerus="yes">
        <source>%Ln difference(s)</source>
        <translation>
            <numerusform>הבדל אחד</numerusform>
            <numerusform>‏%Ln הבדלים</numerusform>
        </translation>
    </message>
    <message>
        <source>The same words</source>
        <translation>אותן המילים</translation>
    </message>
    <message>
        <source>The same to the byte. There is no text to compare.</source>
        <translation>זהים בכל בייט. אין טקסט להשוואה.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>ניסיון חוזר</translation>
    </message>
    <message>
        <source>Show the text</source>
        <translation>הצגת הטקסט</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>בהשוואה…</translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message>
        <source>Comparison</source>
        <translation>השוואה</translation>
    </message>
</context>
<context>
    <name>Confirmation</name>
    <message>
        <source>Keep it</source>
        <translation>להשאיר</translation>
    </message>
</context>
<context>
    <name>ConversionWindow</name>
    <message>
        <source>Removing the protection</source>
        <translation>הסרת ההגנה</translation>
    </message>
    <message>
        <source>Encrypting the library</source>
        <translation>הצפנת הספרייה</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>ניסיון חוזר</translation>
    </message>
    <message>
        <source>Open Findling</source>
        <translation>פתיחת Findling</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>סגירה</translation>
    </message>
    <message>
        <source>Findling opens again when it is done. It may be stopped; nothing is lost by that.</source>
        <translation>בסיום Findling תיפתח שוב. מותר לעצור; דבר לא יאבד בכך.</translation>
    </message>
    <message>
        <source>What else has the library open is being ended…</source>
        <translation>כל מה שעוד פתח את הספרייה נסגר…</translation>
    </message>
    <message>
        <source>Checking that all of it can be read…</source>
        <translation>בדיקה שהכול ניתן לקריאה…</translation>
    </message>
    <message>
        <source>Writing it anew: {done} of {total}</source>
        <translation>כתיבה מחדש: {done} מתוך {total}</translation>
    </message>
    <message>
        <source>The protection is not removed</source>
        <translation>ההגנה לא הוסרה</translation>
    </message>
    <message>
        <source>What is written without it is encrypted again when Findling next starts.</source>
        <translation>מה שכבר נכתב בלעדיה יוצפן שוב בהפעלה הבאה של Findling.</translation>
    </message>
    <message>
        <source>Not all of it is encrypted yet</source>
        <translation>עדיין לא הכול מוצפן</translation>
    </message>
    <message>
        <source>The rest is when Findling next starts. Until then it lies on the disk as it did.</source>
        <translation>השאר יוצפן בהפעלה הבאה של Findling. עד אז הוא מונח בדיסק כפי שהיה.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>להמשיך</translation>
    </message>
    <message>
        <source>The library is not encrypted</source>
        <translation>הספרייה אינה מוצפנת</translation>
    </message>
    <message>
        <source>It is not done</source>
        <translation>זה לא נעשה</translation>
    </message>
    <message>
        <source>Something in Findling went wrong ({name}).</source>
        <translation>משהו השתבש ב־Findling ({name}).</translation>
    </message>
</context>
<context>
    <name>CountLabels</name>
    <message numerus="yes">
        <source>%Ln copies</source>
        <translation>
            <numerusform>עותק אחד</numerusform>
            <numerusform>‏%Ln עותקים</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more passage(s)</source>
        <translation>
            <numerusform>עוד קטע אחד</numerusform>
            <numerusform>עוד %Ln קטעים</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln versions</source>
        <translation>
            <numerusform>גרסה אחת</numerusform>
            <numerusform>%Ln גרסאות</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln versions, newest first</source>
        <translation>
            <numerusform>גרסה אחת</numerusform>
            <numerusform>%Ln גרסאות, החדשה תחילה</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CountLine</name>
    <message>
        <source>Search is taking long…</source>
        <translation>החיפוש נמשך זמן רב…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln+ file(s)</source>
        <translation>
            <numerusform>‏‎%Ln+‎ קבצים</numerusform>
            <numerusform>‏‎%Ln+‎ קבצים</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>קובץ אחד</numerusform>
            <numerusform>‏%Ln קבצים</numerusform>
        </translation>
    </message>
    <message>
        <source>{files} · {time} ms</source>
        <translation>‏{files} · {time} מ״ש</translation>
    </message>
    <message>
        <source>{count} · {remark}</source>
        <translation>‏{count} · {remark}</translation>
    </message>
</context>
<context>
    <name>CustomModelForm</name>
    <message>
        <source>Mean of all tokens</source>
        <translation>ממוצע כל האסימונים</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>האסימון הראשון</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>התקנה</translation>
    </message>
    <message>
        <source>Weights without a graph: it is made of them on this computer, in full precision.</source>
        <translation>משקלות בלי גרף: הוא נבנה מהן במחשב הזה, בדיוק מלא.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>לא עכשיו</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>בחירת תיקייה אחרת…</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>גרף</translation>
    </message>
    <message>
        <source>The model in {folder}</source>
        <translation>המודל שבתיקייה {folder}</translation>
    </message>
    <message>
        <source>Looking into its files…</source>
        <translation>הקבצים נבדקים…</translation>
    </message>
    <message>
        <source>Licence: {name}</source>
        <translation>רישיון: {name}</translation>
    </message>
    <message>
        <source>I do not know</source>
        <translation>לא ידוע לי</translation>
    </message>
    <message>
        <source>Copying and trying it…</source>
        <translation>מועתק ומנוסה…</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>בחירה…</translation>
    </message>
    <message>
        <source>As its files say: {what}</source>
        <translation>כפי שאומרים הקבצים: {what}</translation>
    </message>
    <message>
        <source>a name</source>
        <translation>שם</translation>
    </message>
    <message>
        <source>which graph</source>
        <translation>איזה גרף</translation>
    </message>
    <message>
        <source>how vectors are made</source>
        <translation>איך נוצרים הווקטורים</translation>
    </message>
    <message>
        <source>the longest input</source>
        <translation>הקלט הארוך ביותר</translation>
    </message>
    <message>
        <source>what stands before a question</source>
        <translation>מה שעומד לפני שאלה</translation>
    </message>
    <message>
        <source>what stands before a passage</source>
        <translation>מה שעומד לפני קטע</translation>
    </message>
    <message>
        <source>Its files do not say all of it; its publisher does. Still to be chosen: {what}.</source>
        <translation>הקבצים אינם אומרים הכול, אך המפרסם כן. עוד יש לבחור: {what}.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>שם</translation>
    </message>
    <message>
        <source>How vectors are made</source>
        <translation>איך נוצרים הווקטורים</translation>
    </message>
    <message>
        <source>Longest input, in tokens</source>
        <translation>הקלט הארוך ביותר, באסימונים</translation>
    </message>
    <message>
        <source>What stands before a question</source>
        <translation>מה כתוב לפני שאלה</translation>
    </message>
    <message>
        <source>What stands before a passage</source>
        <translation>מה שעומד לפני קטע</translation>
    </message>
    <message>
        <source>What it understands</source>
        <translation>מה הוא מבין</translation>
    </message>
    <message>
        <source>A model is close to a program: install only one whose maker you trust.</source>
        <translation>מודל הוא כמעט תוכנה: כדאי להתקין רק מודל שסומכים על יוצרו.</translation>
    </message>
</context>
<context>
    <name>DesktopIntegration</name>
    <message>
        <source>Opening Findling again does not reach this window: {reason}</source>
        <translation>פתיחה חוזרת של Findling אינה מגיעה לחלון זה: {reason}</translation>
    </message>
</context>
<context>
    <name>DocumentActions</name>
    <message numerus="yes">
        <source>Labels of the %Ln listed files…</source>
        <translation>
            <numerusform>תוויות של הקובץ המוצג…</numerusform>
            <numerusform>תוויות של %Ln הקבצים המוצגים…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Drop folders here to add them</source>
        <translation>אפשר לגרור תיקיות לכאן כדי להוסיפן</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>הוספת תיקייה</translation>
    </message>
</context>
<context>
    <name>DuplicateLabels</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>קובץ אחד</numerusform>
            <numerusform>‏%Ln קבצים</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln group(s)</source>
        <translation>
            <numerusform>קבוצה אחת</numerusform>
            <numerusform>‏%Ln קבוצות</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln number(s)</source>
        <translation>
            <numerusform>מספר אחד</numerusform>
            <numerusform>‏%Ln מספרים</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln date(s)</source>
        <translation>
            <numerusform>תאריך אחד</numerusform>
            <numerusform>‏%Ln תאריכים</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s)</source>
        <translation>
            <numerusform>שם אחד</numerusform>
            <numerusform>‏%Ln שמות</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln negation(s)</source>
        <translation>
            <numerusform>שלילה אחת</numerusform>
            <numerusform>‏%Ln שלילות</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>מילה אחת</numerusform>
            <numerusform>‏%Ln מילים</numerusform>
        </translation>
    </message>
    <message>
        <source>differs in {what}</source>
        <translation>הבדלים: {what}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln file(s) to the bin</source>
        <translation>
            <numerusform>העברת קובץ אחד לסל המיחזור</numerusform>
            <numerusform>העברת %Ln קבצים לסל המיחזור</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln file(s) to a folder</source>
        <translation>
            <numerusform>העברת קובץ אחד לתיקייה</numerusform>
            <numerusform>העברת %Ln קבצים לתיקייה</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace %Ln file(s) by hard links</source>
        <translation>
            <numerusform>החלפת קובץ אחד בקישור קשיח</numerusform>
            <numerusform>החלפת %Ln קבצים בקישורים קשיחים</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) moved to the bin.</source>
        <translation>
            <numerusform>קובץ אחד הועבר לסל המיחזור.</numerusform>
            <numerusform>‏%Ln קבצים הועברו לסל המיחזור.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) moved.</source>
        <translation>
            <numerusform>קובץ אחד הועבר.</numerusform>
            <numerusform>‏%Ln קבצים הועברו.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) replaced by hard links.</source>
        <translation>
            <numerusform>קובץ אחד הוחלף בקישור קשיח.</numerusform>
            <numerusform>‏%Ln קבצים הוחלפו בקישורים קשיחים.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) put back</source>
        <translation>
            <numerusform>קובץ אחד הוחזר</numerusform>
            <numerusform>‏%Ln קבצים הוחזרו</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) cleared up</source>
        <translation>
            <numerusform>קובץ אחד סודר</numerusform>
            <numerusform>‏%Ln קבצים סודרו</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) renamed</source>
        <translation>
            <numerusform>שונה שמו של קובץ אחד</numerusform>
            <numerusform>שונה שמם של %Ln קבצים</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) named as before</source>
        <translation>
            <numerusform>קובץ אחד קיבל בחזרה את שמו הקודם</numerusform>
            <numerusform>‏%Ln קבצים קיבלו בחזרה את שמם הקודם</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) were left as they are, since you stopped.</source>
        <translation>
            <numerusform>קובץ אחד נשאר כפי שהיה, כי הפעולה נעצרה.</numerusform>
            <numerusform>‏%Ln קבצים נשארו כפי שהיו, כי הפעולה נעצרה.</numerusform>
        </translation>
    </message>
    <message>
        <source>Clearing up was interrupted before anything was moved. Your files are where they were.</source>
        <translation>הסידור נקטע לפני שדבר הועבר. הקבצים נמצאים היכן שהיו.</translation>
    </message>
    <message>
        <source>Putting back was interrupted: {done} of {total} files are back. The history goes on with the rest.</source>
        <translation>ההחזרה נקטעה: {done} מתוך {total} קבצים הוחזרו. דרך ההיסטוריה אפשר להמשיך עם השאר.</translation>
    </message>
    <message>
        <source>Clearing up stopped half-way: {done} of {total} files are done. Clear up again to go on.</source>
        <translation>הסידור נעצר באמצע: {done} מתוך {total} קבצים סודרו. סידור נוסף ימשיך משם.</translation>
    </message>
    <message>
        <source>Clearing up stopped half-way: of {total} files {done} are done, and {already} were before. The history has both. Clear up again to go on.</source>
        <translation>הניקוי נעצר באמצע: מתוך {total} קבצים {done} טופלו, ו־{already} טופלו עוד קודם. בהיסטוריה מופיעים שניהם. כדי להמשיך, נקו שוב.</translation>
    </message>
    <message>
        <source>{file}: {what}</source>
        <translation>{file}: {what}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more file(s) are left half-way.</source>
        <translation>
            <numerusform>עוד קובץ אחד נשאר באמצע הדרך.</numerusform>
            <numerusform>עוד %Ln קבצים נשארו באמצע הדרך.</numerusform>
        </translation>
    </message>
    <message>
        <source>A file</source>
        <translation>קובץ</translation>
    </message>
    <message>
        <source>its entry in the history is damaged.</source>
        <translation>הרשומה שלו בהיסטוריה פגומה.</translation>
    </message>
    <message>
        <source>it could be neither cleared up nor put back ({reason}).</source>
        <translation>לא היה אפשר לפנות אותו וגם לא להחזיר אותו ({reason}).</translation>
    </message>
    <message>
        <source>Findling made a mistake, which its log describes.</source>
        <translation>Findling טעה, והיומן מתאר את הטעות.</translation>
    </message>
    <message>
        <source>{why} The file may be gone.</source>
        <translation>{why} ייתכן שהקובץ כבר איננו.</translation>
    </message>
    <message>
        <source> and </source>
        <translation> ו־</translation>
    </message>
    <message>
        <source>{why} Look for the file at {places}.</source>
        <translation>{why} כדאי לחפש את הקובץ ב־{places}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) left alone:</source>
        <translation>
            <numerusform>קובץ אחד נשאר כשהיה:</numerusform>
            <numerusform>‏%Ln קבצים נשארו כשהיו:</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was moved.</source>
        <translation>לא הועבר דבר.</translation>
    </message>
</context>
<context>
    <name>Duplicates</name>
    <message>
        <source>Identical</source>
        <translation>זהים</translation>
    </message>
    <message>
        <source>Same text</source>
        <translation>אותו טקסט</translation>
    </message>
    <message>
        <source>Nearly the same</source>
        <translation>כמעט זהים</translation>
    </message>
    <message>
        <source>One inside the other</source>
        <translation>אחד בתוך האחר</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>גרסאות</translation>
    </message>
    <message>
        <source>Same template</source>
        <translation>אותה תבנית</translation>
    </message>
    <message>
        <source>The same to the byte.</source>
        <translation>זהים בכל בייט.</translation>
    </message>
    <message>
        <source>The same words, saved in another way. What was read in full, and is the same in all but layout, is proposed.</source>
        <translation>אותן מילים, שמורות בדרך אחרת. מה שנקרא במלואו, וזהה בכול מלבד העיצוב, מוצע.</translation>
    </message>
    <message>
        <source>Edited copies of one text.</source>
        <translation>עותקים ערוכים של טקסט אחד.</translation>
    </message>
    <message>
        <source>The text of one is part of another&apos;s.</source>
        <translation>הטקסט של אחד הוא חלק מהאחר.</translation>
    </message>
    <message>
        <source>Stages of one document.</source>
        <translation>שלבים של מסמך אחד.</translation>
    </message>
    <message>
        <source>Filled in from one template: they differ in numbers, dates or names, and are not duplicates.</source>
        <translation>מולאו מתבנית אחת: הם נבדלים במספרים, בתאריכים או בשמות, ואינם כפילויות.</translation>
    </message>
    <message>
        <source>In a preferred folder</source>
        <translation>בתיקייה מועדפת</translation>
    </message>
    <message>
        <source>Not named like a copy</source>
        <translation>שמו אינו כשל עותק</translation>
    </message>
    <message>
        <source>The newest</source>
        <translation>החדש ביותר</translation>
    </message>
    <message>
        <source>The oldest</source>
        <translation>הישן ביותר</translation>
    </message>
    <message>
        <source>The best format</source>
        <translation>הפורמט הטוב ביותר</translation>
    </message>
    <message>
        <source>The largest</source>
        <translation>הגדול ביותר</translation>
    </message>
    <message>
        <source>The shortest path</source>
        <translation>הנתיב הקצר ביותר</translation>
    </message>
    <message>
        <source>Same words</source>
        <translation>אותן מילים</translation>
    </message>
    <message>
        <source>The same words, as far as they were read. Not proposed: {reason}.</source>
        <translation>אותן המילים, ככל שנקראו. לא מוצע: {reason}.</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number}%</translation>
    </message>
</context>
<context>
    <name>DuplicatesHeader</name>
    <message>
        <source>Duplicates</source>
        <translation>כפילויות</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>סוג</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>תיקייה</translation>
    </message>
    <message>
        <source>Least similarity</source>
        <translation>דמיון מזערי</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>מסננים</translation>
    </message>
    <message>
        <source>{files} in {groups}, {size} could be freed</source>
        <translation>‏{groups}: {files}, אפשר לפנות ⁨{size}⁩</translation>
    </message>
    <message>
        <source>No duplicates</source>
        <translation>אין כפילויות</translation>
    </message>
    <message>
        <source>No duplicates, but files of one template</source>
        <translation>אין כפילויות, אך יש קבצים מתבנית אחת</translation>
    </message>
    <message numerus="yes">
        <source>%Ln still to be compared</source>
        <translation>
            <numerusform>אחד נותר להשוואה</numerusform>
            <numerusform>‏%Ln נותרו להשוואה</numerusform>
        </translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>כל הסוגים</translation>
    </message>
    <message>
        <source>All folders</source>
        <translation>כל התיקיות</translation>
    </message>
    <message>
        <source>any</source>
        <translation>כלשהו</translation>
    </message>
    <message>
        <source>Files that are at least so much alike: {share}</source>
        <translation>קבצים שדומים לפחות במידה זו: {share}</translation>
    </message>
    <message>
        <source>Save the list as {format}…</source>
        <translation>שמירת הרשימה בתור {format}…</translation>
    </message>
    <message>
        <source>Which file stays</source>
        <translation>איזה קובץ נשאר</translation>
    </message>
    <message>
        <source>History</source>
        <translation>היסטוריה</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>שמירת הרשימה</translation>
    </message>
    <message>
        <source>&amp;Similarity</source>
        <translation>&amp;דמיון</translation>
    </message>
</context>
<context>
    <name>DuplicatesPage</name>
    <message>
        <source>Looking through the library…</source>
        <translation>הספרייה נסקרת…</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>קבוצות</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>קבצים</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>השוואה</translation>
    </message>
    <message>
        <source>The group of {name} is not listed here: it is further down, or left out by the filters.</source>
        <translation>הקבוצה של {name} אינה מופיעה כאן: היא נמצאת בהמשך, או שהמסננים מסתירים אותה.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>ניסיון חוזר</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>הצגת הכול</translation>
    </message>
    <message>
        <source>No group is like that</source>
        <translation>אין קבוצה שמתאימה לזה</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) still to be compared. What is alike appears here.</source>
        <translation>
            <numerusform>נותר מסמך אחד להשוואה. מה שדומה יופיע כאן.</numerusform>
            <numerusform>נותרו %Ln מסמכים להשוואה. מה שדומה יופיע כאן.</numerusform>
        </translation>
    </message>
    <message>
        <source>No two files are alike</source>
        <translation>אין שני קבצים דומים</translation>
    </message>
    <message>
        <source>{name} cannot be taken here: another group needs it, or takes it already.</source>
        <translation>לא ניתן לקחת כאן את {name}: קבוצה אחרת צריכה אותו או כבר לוקחת אותו.</translation>
    </message>
    <message>
        <source>Put them back</source>
        <translation>החזרתם</translation>
    </message>
</context>
<context>
    <name>EncryptionSection</name>
    <message>
        <source>Encryption</source>
        <translation>הצפנה</translation>
    </message>
    <message>
        <source>What Findling keeps is encrypted. Without the passphrase and the key in the keyring, nobody opens it again, you neither; your files stay as they are.</source>
        <translation>מה ש-Findling שומר מוצפן. בלי משפט הסיסמה ובלי המפתח שבצרור המפתחות איש לא יפתח אותו שוב, גם לא את או אתה; הקבצים נשארים כפי שהם.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>שינוי…</translation>
    </message>
    <message>
        <source>Asks for the one that holds, and for the new one.</source>
        <translation>שואל על הנוכחי ועל החדש.</translation>
    </message>
    <message>
        <source>Do not ask again</source>
        <translation>לא לשאול שוב</translation>
    </message>
    <message>
        <source>Open without asking</source>
        <translation>פתיחה בלי שאלה</translation>
    </message>
    <message>
        <source>The keyring of this system keeps the key.</source>
        <translation>צרור המפתחות של המערכת שומר את המפתח.</translation>
    </message>
    <message>
        <source>Ask at each start</source>
        <translation>לשאול בכל הפעלה</translation>
    </message>
    <message>
        <source>Ask for the passphrase</source>
        <translation>שאלה על משפט הסיסמה</translation>
    </message>
    <message>
        <source>What Findling keeps is not encrypted, and cannot be here.</source>
        <translation>מה ש־Findling שומרת אינו מוצפן, וכאן גם אי אפשר להצפין.</translation>
    </message>
    <message>
        <source>What Findling keeps of your files is not encrypted.</source>
        <translation>מה ש־Findling שומרת מן הקבצים שלך אינו מוצפן.</translation>
    </message>
    <message>
        <source>Protect this library with a passphrase</source>
        <translation>הגנה על הספרייה הזאת במשפט סיסמה</translation>
    </message>
    <message>
        <source>Then who has the disk reads nothing of what Findling knows.</source>
        <translation>אז מי שהדיסק בידו לא יקרא דבר ממה ש־Findling יודעת.</translation>
    </message>
    <message>
        <source>Protect…</source>
        <translation>הגנה…</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>שינוי משפט הסיסמה</translation>
    </message>
    <message>
        <source>Deletes the key in the keyring of this system.</source>
        <translation>מוחק את המפתח מצרור המפתחות של המערכת.</translation>
    </message>
    <message>
        <source>Remove the protection</source>
        <translation>הסרת ההגנה</translation>
    </message>
    <message>
        <source>What Findling keeps is written without encryption again, and needs no passphrase.</source>
        <translation>מה ש־Findling שומרת ייכתב שוב בלי הצפנה, ולא יהיה צורך במשפט סיסמה.</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>הסרה…</translation>
    </message>
    <message>
        <source>Changed.</source>
        <translation>שונה.</translation>
    </message>
    <message>
        <source>Who has the disk can read it then. The window closes for that, and opens again when it is done.</source>
        <translation>אז מי שהדיסק בידו יוכל לקרוא אותו. החלון נסגר לשם כך, ונפתח שוב בסיום.</translation>
    </message>
    <message>
        <source>The next start asks nothing.</source>
        <translation>ההפעלה הבאה לא תשאל דבר.</translation>
    </message>
    <message>
        <source>The next start asks for the passphrase.</source>
        <translation>ההפעלה הבאה תשאל על משפט הסיסמה.</translation>
    </message>
</context>
<context>
    <name>Estimate</name>
    <message>
        <source>less than a minute</source>
        <translation>פחות מדקה</translation>
    </message>
    <message>
        <source>about a minute</source>
        <translation>כדקה</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>כדקה</numerusform>
            <numerusform>כ־%n דקות</numerusform>
        </translation>
    </message>
    <message>
        <source>about an hour</source>
        <translation>כשעה</translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s)</source>
        <translation>
            <numerusform>כשעה</numerusform>
            <numerusform>כ־%n שעות</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n day(s)</source>
        <translation>
            <numerusform>כיום</numerusform>
            <numerusform>כ־%n ימים</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FactsDrawer</name>
    <message>
        <source>Facts</source>
        <translation>פרטים</translation>
    </message>
    <message>
        <source>Nothing is known of this file.</source>
        <translation>לא ידוע דבר על הקובץ הזה.</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>נתיב</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>סוג</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>טקסט</translation>
    </message>
    <message>
        <source>read by text recognition, which makes mistakes</source>
        <translation>נקרא בזיהוי טקסט, שעלול לטעות</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>גודל</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>שונה</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>אורך</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>שפה</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>תוויות</translation>
    </message>
    <message>
        <source>Library folder</source>
        <translation>תיקיית הספרייה</translation>
    </message>
    <message>
        <source>none</source>
        <translation>אין</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>עותק</translation>
    </message>
    <message>
        <source>Similar documents</source>
        <translation>מסמכים דומים</translation>
    </message>
    <message>
        <source>Dated</source>
        <translation>תאריך</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>נושא</translation>
    </message>
    <message>
        <source>From</source>
        <translation>מאת</translation>
    </message>
    <message>
        <source>To</source>
        <translation>אל</translation>
    </message>
    <message>
        <source>Copies to</source>
        <translation>העתקים אל</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>מחבר</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>עמוד אחד</numerusform>
            <numerusform>‏%n עמודים</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>הודעה אחת</numerusform>
            <numerusform>‏%n הודעות</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>מילה אחת</numerusform>
            <numerusform>‏%n מילים</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s)</source>
        <translation>
            <numerusform>קטע אחד</numerusform>
            <numerusform>‏%n קטעים</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileActions</name>
    <message>
        <source>Opening {name}</source>
        <translation>פותחת את {name}</translation>
    </message>
    <message>
        <source>No program opens {name} here</source>
        <translation>אין כאן תוכנה שפותחת את {name}</translation>
    </message>
    <message numerus="yes">
        <source>Open %Ln file(s), each in a window of its own?</source>
        <translation>
            <numerusform>לפתוח קובץ אחד?</numerusform>
            <numerusform>לפתוח %Ln קבצים, כל אחד בחלון משלו?</numerusform>
        </translation>
    </message>
    <message>
        <source>Open them</source>
        <translation>לפתוח</translation>
    </message>
    <message>
        <source>No file manager opens {folder} here</source>
        <translation>אין כאן מנהל קבצים שפותח את {folder}</translation>
    </message>
    <message>
        <source>Open this address in your browser?</source>
        <translation>לפתוח את הכתובת הזאת בדפדפן?</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>פתיחה בדפדפן</translation>
    </message>
    <message>
        <source>No browser opens here</source>
        <translation>אין כאן דפדפן שנפתח</translation>
    </message>
    <message>
        <source>Path copied</source>
        <translation>הנתיב הועתק</translation>
    </message>
    <message numerus="yes">
        <source>%Ln path(s) copied</source>
        <translation>
            <numerusform>הועתק נתיב אחד</numerusform>
            <numerusform>הועתקו %Ln נתיבים</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) copied</source>
        <translation>
            <numerusform>הועתק קובץ אחד</numerusform>
            <numerusform>הועתקו %Ln קבצים</numerusform>
        </translation>
    </message>
    <message>
        <source>page {number}</source>
        <translation>עמוד {number}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s) copied</source>
        <translation>
            <numerusform>הועתק קטע אחד</numerusform>
            <numerusform>הועתקו %Ln קטעים</numerusform>
        </translation>
    </message>
    <message>
        <source>Passage copied with its source</source>
        <translation>הקטע הועתק עם מקורו</translation>
    </message>
    <message>
        <source>{name} is no longer there</source>
        <translation>‏{name} כבר לא נמצא שם</translation>
    </message>
    <message>
        <source>“{name}” may be a program. Opening it would run it.</source>
        <translation>ייתכן ש„{name}” הוא תוכנית. פתיחתו תריץ אותו.</translation>
    </message>
    <message>
        <source>Run it</source>
        <translation>הרצה</translation>
    </message>
    <message>
        <source>Findling</source>
        <translation>Findling</translation>
    </message>
</context>
<context>
    <name>FilterChip</name>
    <message>
        <source>Delete takes it away</source>
        <translation>מקש Delete מסיר אותו</translation>
    </message>
</context>
<context>
    <name>FilterMenus</name>
    <message>
        <source>Type</source>
        <translation>סוג</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>תיקייה</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>תאריך</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>שפה</translation>
    </message>
    <message>
        <source>Name contains…</source>
        <translation>השם מכיל…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>בחירת תיקייה…</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>היום</translation>
    </message>
    <message>
        <source>Mail and authors</source>
        <translation>דואר ומחברים</translation>
    </message>
    <message>
        <source>Own date</source>
        <translation>תאריך המסמך</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>תווית</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>נושא</translation>
    </message>
    <message>
        <source>From…</source>
        <translation>מאת…</translation>
    </message>
    <message>
        <source>To…</source>
        <translation>אל…</translation>
    </message>
    <message>
        <source>Author…</source>
        <translation>מחבר…</translation>
    </message>
    <message>
        <source>Subject contains…</source>
        <translation>הנושא מכיל…</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 הימים האחרונים</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 הימים האחרונים</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>השנה</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>כולו</translation>
    </message>
    <message>
        <source>Between…</source>
        <translation>בין…</translation>
    </message>
    <message>
        <source>Part of the file&apos;s name</source>
        <translation>חלק משם הקובץ</translation>
    </message>
    <message>
        <source>Show these</source>
        <translation>הצגת אלה</translation>
    </message>
    <message>
        <source>Search in this folder</source>
        <translation>חיפוש בתיקייה הזאת</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>in {folder}</source>
        <translation>בתוך {folder}</translation>
    </message>
    <message>
        <source>not in {folder}</source>
        <translation>לא בתוך {folder}</translation>
    </message>
    <message>
        <source>label {name}</source>
        <translation>תווית {name}</translation>
    </message>
    <message>
        <source>about {topic}</source>
        <translation>בנושא {topic}</translation>
    </message>
    <message>
        <source>“{part}” in the name</source>
        <translation>‏„{part}” בשם</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>מאז {day}</translation>
    </message>
    <message>
        <source>before {day}</source>
        <translation>לפני {day}</translation>
    </message>
    <message>
        <source>dated {day}</source>
        <translation>מתאריך {day}</translation>
    </message>
    <message>
        <source>from {person}</source>
        <translation>מאת {person}</translation>
    </message>
    <message>
        <source>to {person}</source>
        <translation>אל {person}</translation>
    </message>
    <message>
        <source>by {person}</source>
        <translation>נכתב בידי {person}</translation>
    </message>
    <message>
        <source>“{part}” in the subject</source>
        <translation>„{part}” בנושא</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>עד {day}</translation>
    </message>
    <message>
        <source>this week</source>
        <translation>השבוע</translation>
    </message>
    <message>
        <source>last week</source>
        <translation>השבוע שעבר</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>החודש</translation>
    </message>
    <message>
        <source>last month</source>
        <translation>החודש שעבר</translation>
    </message>
    <message>
        <source>this year</source>
        <translation>השנה</translation>
    </message>
    <message>
        <source>last year</source>
        <translation>השנה שעברה</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Word documents</source>
        <translation>מסמכי Word</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>טקסט פשוט</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>טבלאות</translation>
    </message>
    <message>
        <source>Slides</source>
        <translation>שקופיות</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>דואר אלקטרוני</translation>
    </message>
    <message>
        <source>Web pages</source>
        <translation>דפי אינטרנט</translation>
    </message>
    <message>
        <source>Contacts and calendars</source>
        <translation>אנשי קשר ויומנים</translation>
    </message>
    <message>
        <source>E-books</source>
        <translation>ספרים אלקטרוניים</translation>
    </message>
    <message>
        <source>Notebooks</source>
        <translation>מחברות</translation>
    </message>
    <message>
        <source>Source code</source>
        <translation>קוד מקור</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>תמונות</translation>
    </message>
    <message>
        <source>Archives</source>
        <translation>ארכיונים</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>נתונים</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Other files</source>
        <translation>קבצים אחרים</translation>
    </message>
    <message>
        <source>Unknown language</source>
        <translation>שפה לא ידועה</translation>
    </message>
    <message>
        <source>today</source>
        <translation>היום</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>אתמול</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d בMMM yyyy</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this document</source>
        <translation>חיפוש במסמך הזה</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>סגירה</translation>
    </message>
    <message>
        <source>Looking on page {page} of {pages}</source>
        <translation>מחפשת בעמוד {page} מתוך {pages}</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>לא נמצא</translation>
    </message>
    <message>
        <source>{at} of {count} on page {page}</source>
        <translation>‏{at} מתוך {count} בעמוד {page}</translation>
    </message>
    <message>
        <source>{at} of more than {count}</source>
        <translation>‏{at} מתוך יותר מ־{count}</translation>
    </message>
    <message>
        <source>{at} of {count}</source>
        <translation>‏{at} מתוך {count}</translation>
    </message>
</context>
<context>
    <name>FindingsList</name>
    <message>
        <source>Files</source>
        <translation>קבצים</translation>
    </message>
    <message>
        <source>Computing</source>
        <translation>חישוב</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>ממדים</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>אורך</translation>
    </message>
    <message>
        <source>Known answer</source>
        <translation>תשובה ידועה</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>קידומת</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>סדר</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>מהירות</translation>
    </message>
</context>
<context>
    <name>FolderActions</name>
    <message>
        <source>Open this folder</source>
        <translation>פתיחת התיקייה</translation>
    </message>
    <message>
        <source>Search in this folder</source>
        <translation>חיפוש בתיקייה זו</translation>
    </message>
    <message>
        <source>Copy its path</source>
        <translation>העתקת הנתיב שלה</translation>
    </message>
    <message>
        <source>Look at this folder again</source>
        <translation>סריקה חוזרת של התיקייה</translation>
    </message>
    <message>
        <source>What is left out of this folder</source>
        <translation>מה מושמט מהתיקייה</translation>
    </message>
    <message>
        <source>Go on with all folders</source>
        <translation>המשך בכל התיקיות</translation>
    </message>
    <message>
        <source>Pause all folders</source>
        <translation>השהיית כל התיקיות</translation>
    </message>
    <message>
        <source>Forget this folder…</source>
        <translation>שכחת תיקייה זו…</translation>
    </message>
    <message>
        <source>Forget what is not there now…</source>
        <translation>שכחת מה שאינו שם כעת…</translation>
    </message>
</context>
<context>
    <name>FolderAdder</name>
    <message>
        <source>Add {folder}</source>
        <translation>הוספת {folder}</translation>
    </message>
    <message>
        <source>Add it anyway</source>
        <translation>להוסיף בכל זאת</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>מסמך אחד</numerusform>
            <numerusform>‏%Ln מסמכים</numerusform>
        </translation>
    </message>
    <message>
        <source>{documents}.</source>
        <translation>{documents}.</translation>
    </message>
    <message>
        <source>{documents} so far, and more.</source>
        <translation>עד כה {documents}, ויש עוד.</translation>
    </message>
</context>
<context>
    <name>FolderChecks</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>קובץ אחד</numerusform>
            <numerusform>%Ln קבצים</numerusform>
        </translation>
    </message>
    <message>
        <source>Share {folder}? Every assistant that you let start Findling can read all that is indexed in it, and may send it to a server.</source>
        <translation>לשתף את {folder}? כל עוזר שמורשה להפעיל את Findling יכול לקרוא את כל התוכן הניתן לחיפוש שבה, ועשוי לשלוח אותו לשרת.</translation>
    </message>
    <message>
        <source>Share it</source>
        <translation>לשתף</translation>
    </message>
</context>
<context>
    <name>FolderPicker</name>
    <message>
        <source>Add a folder…</source>
        <translation>הוספת תיקייה…</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>הסרה</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>בחירת תיקייה</translation>
    </message>
</context>
<context>
    <name>FolderRow</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>קובץ אחד</numerusform>
            <numerusform>‏%Ln קבצים</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>%Ln searchable by their text</source>
        <translation>
            <numerusform>%Ln ניתן לחיפוש לפי הטקסט</numerusform>
            <numerusform>%Ln ניתנים לחיפוש לפי הטקסט</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln by name only</source>
        <translation>
            <numerusform>%Ln לפי השם בלבד</numerusform>
            <numerusform>%Ln לפי השם בלבד</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln offline</source>
        <translation>
            <numerusform>%Ln לא מחובר</numerusform>
            <numerusform>%Ln לא מחוברים</numerusform>
        </translation>
    </message>
    <message>
        <source>being added</source>
        <translation>בתהליך הוספה</translation>
    </message>
    <message>
        <source>being forgotten</source>
        <translation>בתהליך שכחה</translation>
    </message>
    <message>
        <source>Forget {files} of {folder}? The files themselves stay where they are.</source>
        <translation>לשכוח {files} מתוך {folder}? הקבצים עצמם נשארים במקומם.</translation>
    </message>
    <message>
        <source>Forget {files}</source>
        <translation>לשכוח {files}</translation>
    </message>
    <message>
        <source>Kept though they are not there now, since they may come back</source>
        <translation>נשמרים אף שאינם שם כעת, כי הם עשויים לחזור</translation>
    </message>
    <message>
        <source>{files} of {folder} are not there now, but may come back. Forget them?</source>
        <translation>{files} מתוך {folder} אינם שם כעת, אך עשויים לחזור. לשכוח אותם?</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>לא מחובר</translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation>
            <numerusform>אחד ממתין</numerusform>
            <numerusform>‏%Ln ממתינים</numerusform>
        </translation>
    </message>
    <message>
        <source>no files</source>
        <translation>אין קבצים</translation>
    </message>
    <message>
        <source>up to date</source>
        <translation>מעודכן</translation>
    </message>
    <message numerus="yes">
        <source>Leaves out {patterns} and has %Ln more rule(s)</source>
        <translation>
            <numerusform>משמיטה {patterns}, ויש לה עוד כלל אחד</numerusform>
            <numerusform>משמיטה {patterns}, ויש לה עוד %Ln כללים</numerusform>
        </translation>
    </message>
    <message>
        <source>Leaves out {patterns}</source>
        <translation>משמיטה {patterns}</translation>
    </message>
    <message numerus="yes">
        <source>Has %Ln rule(s)</source>
        <translation>
            <numerusform>יש לה כלל אחד</numerusform>
            <numerusform>יש לה %Ln כללים</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at this folder again</source>
        <translation>סריקה חוזרת של התיקייה</translation>
    </message>
    <message>
        <source>Open this folder</source>
        <translation>פתיחת התיקייה</translation>
    </message>
    <message>
        <source>What is left out of this folder</source>
        <translation>מה מושמט מהתיקייה</translation>
    </message>
    <message>
        <source>Forget this folder</source>
        <translation>לשכוח את התיקייה</translation>
    </message>
</context>
<context>
    <name>FoldersSection</name>
    <message>
        <source>Folders</source>
        <translation>תיקיות</translation>
    </message>
    <message>
        <source>Open the library</source>
        <translation>פתיחת הספרייה</translation>
    </message>
    <message>
        <source>Folders that are searched</source>
        <translation>תיקיות החיפוש</translation>
    </message>
    <message>
        <source>Added, removed and looked after in the library.</source>
        <translation>ההוספה, ההסרה והטיפול בהן נעשים בספרייה.</translation>
    </message>
    <message>
        <source>Leave out of every folder</source>
        <translation>להשמיט מכל תיקייה</translation>
    </message>
    <message>
        <source>One name or pattern a line, such as *.bak or drafts/; “!” keeps what an earlier line leaves out. Hidden and temporary files, and keys, are left out anyway.</source>
        <translation>שם או תבנית אחת בכל שורה, למשל ‎*.bak‎ או ‎drafts/‎; „!” משאיר מה ששורה קודמת משמיטה. קבצים נסתרים, זמניים וקובצי מפתחות מושמטים ממילא.</translation>
    </message>
    <message>
        <source>Not kept: {problem}</source>
        <translation>לא נשמר: {problem}</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>נשמר.</translation>
    </message>
    <message>
        <source>Kept. With all rules, {left_out} of {files} files in {folder} are left out.</source>
        <translation>נשמר. לפי כל הכללים מושמטים {left_out} מתוך {files} הקבצים שב־{folder}.</translation>
    </message>
</context>
<context>
    <name>FoldersStep</name>
    <message>
        <source>Which folders shall Findling know?</source>
        <translation>אילו תיקיות Findling תכיר?</translation>
    </message>
    <message>
        <source>It reads the documents in them, so that you find them again by what they say.</source>
        <translation>היא קוראת את המסמכים שבהן, כדי שאפשר יהיה למצוא אותם לפי תוכנם.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>המשך</translation>
    </message>
    <message>
        <source>Looking for your documents…</source>
        <translation>מחפשת את המסמכים…</translation>
    </message>
    <message>
        <source>Add its folder</source>
        <translation>הוספת התיקייה שלו</translation>
    </message>
    <message>
        <source>None of the usual folders is there; add your own.</source>
        <translation>אף אחת מהתיקיות הרגילות לא נמצאה; אפשר להוסיף תיקיות אחרות.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>ניסיון חוזר</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>מסמך אחד</numerusform>
            <numerusform>‏%Ln מסמכים</numerusform>
        </translation>
    </message>
    <message>
        <source>{size} on disk</source>
        <translation>‏⁨{size}⁩ בכונן</translation>
    </message>
    <message>
        <source>Chosen: {parts}</source>
        <translation>נבחרו: {parts}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Nothing is sent anywhere. All of it stays on this computer.</source>
        <translation>דבר אינו נשלח לשום מקום. הכול נשאר במחשב הזה.</translation>
    </message>
    <message>
        <source>Add another…</source>
        <translation>הוספת תיקייה נוספת…</translation>
    </message>
    <message>
        <source>or drop folders here</source>
        <translation>או לגרור תיקיות לכאן</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>מאוחר יותר</translation>
    </message>
    <message>
        <source>Try it with sample documents</source>
        <translation>התנסות עם מסמכים לדוגמה</translation>
    </message>
</context>
<context>
    <name>ForgetSection</name>
    <message>
        <source>Forget everything</source>
        <translation>שכחת הכול</translation>
    </message>
    <message>
        <source>Deletes all that Findling knows of your files: their texts and indexes, rules, labels, saved searches, history, backups and logs; and what it entered elsewhere: at assistants, in the search of the desktop, at the login, and keys of servers in the keyring.</source>
        <translation>מוחקת את כל מה ש־Findling יודעת על הקבצים שלך: הטקסטים והאינדקסים שלהם, כללים, תוויות, חיפושים שמורים, היסטוריה, גיבויים ויומנים; וגם את מה שרשמה במקומות אחרים: אצל עוזרים, בחיפוש של שולחן העבודה, בכניסה למערכת, ומפתחות של שרתים בצרור המפתחות.</translation>
    </message>
    <message>
        <source>Your own files stay as they are, and so do installed models and Findling itself. What else has this library open is ended. The window closes, and this cannot be undone.</source>
        <translation>הקבצים שלך נשארים כפי שהם, וכך גם מודלים מותקנים ו־Findling עצמה. כל מה שמחזיק את הספרייה הזאת פתוחה נסגר. החלון נסגר, ואי אפשר לבטל זאת.</translation>
    </message>
    <message>
        <source>The settings too</source>
        <translation>גם ההגדרות</translation>
    </message>
    <message>
        <source>They name folders and servers of yours. With them gone, Findling begins as on the first day.</source>
        <translation>הן מזכירות תיקיות ושרתים שלך. בלעדיהן Findling מתחילה כמו ביום הראשון.</translation>
    </message>
    <message>
        <source>Type “{word}” to go on</source>
        <translation>להקליד „{word}” כדי להמשיך</translation>
    </message>
    <message>
        <source>So that nothing happens by mistake.</source>
        <translation>כדי ששום דבר לא יקרה בטעות.</translation>
    </message>
</context>
<context>
    <name>Formatting</name>
    <message>
        <source>{words} found by words, {meaning} of them by meaning too</source>
        <translation>{words} נמצאים לפי מילים, {meaning} מהם גם לפי משמעות</translation>
    </message>
    <message>
        <source>today</source>
        <translation>היום</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>אתמול</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d בMMM yyyy</translation>
    </message>
    <message>
        <source>in {file}, {folder}</source>
        <translation>בתוך {file}, {folder}</translation>
    </message>
</context>
<context>
    <name>GlobalKey</name>
    <message>
        <source>On Wayland, programs cannot hear keys of other programs. Bind the command “findling app --toggle” to a key in your desktop&apos;s settings.</source>
        <translation>ב־Wayland תוכניות אינן שומעות מקשים של תוכניות אחרות. אפשר לקשור את הפקודה „findling app --toggle” למקש בהגדרות שולחן העבודה.</translation>
    </message>
    <message>
        <source>There is no desktop that could hear a key.</source>
        <translation>אין כאן שולחן עבודה שיוכל לשמוע מקש.</translation>
    </message>
    <message>
        <source>Another program has this key, or this keyboard does not. Choose another.</source>
        <translation>תוכנה אחרת תפסה את המקש הזה, או שאינו קיים במקלדת. יש לבחור מקש אחר.</translation>
    </message>
    <message>
        <source>Findling cannot hear keys of other programs here. Bind the command “findling app --toggle” to a key in your desktop&apos;s settings.</source>
        <translation>כאן Findling אינו יכול לשמוע מקשים של תוכניות אחרות. אפשר לקשור את הפקודה „findling app --toggle” למקש בהגדרות שולחן העבודה.</translation>
    </message>
    <message>
        <source>This needs the optional part “findling[hotkey]”. Without it, bind the command “findling app --toggle” to a key in your desktop&apos;s settings.</source>
        <translation>לשם כך דרוש הרכיב הנוסף „findling[hotkey]”. בלעדיו אפשר לקשור את הפקודה „findling app --toggle” למקש בהגדרות שולחן העבודה.</translation>
    </message>
    <message>
        <source>A key for every program needs Ctrl, Alt or the Windows key, and one key more.</source>
        <translation>מקש לכל התוכניות דורש Ctrl,‏ Alt או מקש Windows, ועוד מקש אחד.</translation>
    </message>
</context>
<context>
    <name>GroupActions</name>
    <message>
        <source>Open the file that stays</source>
        <translation>פתיחת הקובץ שנשאר</translation>
    </message>
    <message>
        <source>Show the file that stays in its folder</source>
        <translation>הצגת הקובץ שנשאר בתיקייתו</translation>
    </message>
    <message>
        <source>Copy the paths of all files</source>
        <translation>העתקת הנתיבים של כל הקבצים</translation>
    </message>
    <message>
        <source>Labels of all files…</source>
        <translation>תוויות של כל הקבצים…</translation>
    </message>
    <message>
        <source>Select all files but the one that stays</source>
        <translation>בחירת כל הקבצים מלבד זה שנשאר</translation>
    </message>
    <message>
        <source>Select none of its files</source>
        <translation>ביטול הבחירה בכל קבציה</translation>
    </message>
    <message>
        <source>None is a duplicate of the one that stays</source>
        <translation>אף אחד אינו כפול של זה שנשאר</translation>
    </message>
    <message>
        <source>Only groups in this folder</source>
        <translation>רק קבוצות בתיקייה זו</translation>
    </message>
</context>
<context>
    <name>GroupsList</name>
    <message>
        <source>Groups of like files</source>
        <translation>קבוצות של קבצים דומים</translation>
    </message>
</context>
<context>
    <name>GroupsModel</name>
    <message>
        <source>{kind}: {name}, {files}, {similarity} alike</source>
        <translation>‏{kind}: {name}, {files}, דמיון {similarity}</translation>
    </message>
    <message>
        <source>{group}, {size} to gain</source>
        <translation>{group}, אפשר לפנות {size}</translation>
    </message>
</context>
<context>
    <name>HardwarePanel</name>
    <message>
        <source>Asking what computes…</source>
        <translation>בודק מה מחשב…</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>מדידה</translation>
    </message>
    <message>
        <source>In use now: a server, {address}.</source>
        <translation>בשימוש כעת: שרת, {address}.</translation>
    </message>
    <message>
        <source>In use now: {provider}.</source>
        <translation>בשימוש כעת: {provider}.</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>מדידה חוזרת</translation>
    </message>
    <message>
        <source>Measuring; this takes some five seconds…</source>
        <translation>במדידה; זה נמשך כחמש שניות…</translation>
    </message>
    <message>
        <source>The fastest that computes right to a thousandth is taken.</source>
        <translation>נבחר המהיר ביותר שמחשב נכון עד אלפית.</translation>
    </message>
</context>
<context>
    <name>HardwareSection</name>
    <message>
        <source>Hardware</source>
        <translation>חומרה</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>לנוח</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>להמשיך</translation>
    </message>
    <message>
        <source>One core</source>
        <translation>ליבה אחת</translation>
    </message>
    <message>
        <source>All of these cores</source>
        <translation>כל הליבות האלה</translation>
    </message>
    <message>
        <source>Cores for indexing</source>
        <translation>ליבות לקריאה</translation>
    </message>
    <message>
        <source>More cores are faster; fewer keep the machine cooler and quieter. Searching is not affected.</source>
        <translation>יותר ליבות מהירות יותר; עם פחות ליבות המחשב קריר ושקט יותר. החיפוש אינו מושפע.</translation>
    </message>
    <message>
        <source>While you use the computer</source>
        <translation>בזמן שהמחשב בשימוש</translation>
    </message>
    <message>
        <source>What indexing takes until you are away for some minutes. It always lets other programs go first.</source>
        <translation>כמה מהמחשב יילקח עד שלא נגעתם בו כמה דקות. לתוכנות אחרות תמיד ניתנת קדימות.</translation>
    </message>
    <message>
        <source>On battery</source>
        <translation>בעבודה על סוללה</translation>
    </message>
    <message>
        <source>What indexing does while there is no mains power.</source>
        <translation>מה עושה הקריאה כשאין חיבור לחשמל.</translation>
    </message>
    <message>
        <source>In use now: {provider}.</source>
        <translation>בשימוש כעת: {provider}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln core(s)</source>
        <translation>
            <numerusform>ליבה אחת</numerusform>
            <numerusform>‏%Ln ליבות</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave it to Findling</source>
        <translation>לפי בחירת Findling</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>היסטוריה</translation>
    </message>
    <message>
        <source>What was cleared away</source>
        <translation>מה סולק</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>ביטול הפעולה</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>סגירה</translation>
    </message>
    <message>
        <source>Nothing was cleared away yet.</source>
        <translation>עדיין לא סולק דבר.</translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <translation>d MMM yyyy, HH:mm</translation>
    </message>
    <message>
        <source>{done}; {undone}</source>
        <translation>{done}; {undone}</translation>
    </message>
</context>
<context>
    <name>IdlePage</name>
    <message>
        <source>Ways to ask</source>
        <translation>דרכים לשאול</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) to search in</source>
        <translation>
            <numerusform>קובץ אחד לחיפוש</numerusform>
            <numerusform>‏%Ln קבצים לחיפוש</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) not fully indexed yet</source>
        <translation>
            <numerusform>קובץ אחד עדיין לא נסרק במלואו</numerusform>
            <numerusform>%Ln קבצים עדיין לא נסרקו במלואם</numerusform>
        </translation>
    </message>
    <message>
        <source>how much notice before moving out</source>
        <translation>כמה זמן מראש מודיעים לפני עזיבת דירה</translation>
    </message>
    <message>
        <source>Ask as you would ask a person</source>
        <translation>לשאול כמו ששואלים אדם</translation>
    </message>
    <message>
        <source>&quot;to be signed by both&quot;</source>
        <translation>&quot;לחתימת שני הצדדים&quot;</translation>
    </message>
    <message>
        <source>Words in quotation marks stand there word for word</source>
        <translation>מילים במירכאות מופיעות שם כלשונן</translation>
    </message>
    <message>
        <source>invoice type:pdf after:2024</source>
        <translation>חשבונית type:pdf after:2024</translation>
    </message>
    <message>
        <source>Filters narrow down by type, folder, date, language</source>
        <translation>מסננים מצמצמים לפי סוג, תיקייה, תאריך ושפה</translation>
    </message>
    <message>
        <source>No more tips</source>
        <translation>בלי טיפים נוספים</translation>
    </message>
    <message>
        <source>Lately</source>
        <translation>לאחרונה</translation>
    </message>
    <message>
        <source>Search for {query}</source>
        <translation>חיפוש של {query}</translation>
    </message>
</context>
<context>
    <name>IgnoredPairs</name>
    <message>
        <source>{one} and {other} are no duplicates from now on.</source>
        <translation>מעתה {one} ו־{other} אינם כפילויות.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>ביטול הפעולה</translation>
    </message>
</context>
<context>
    <name>IssueActions</name>
    <message>
        <source>Open it</source>
        <translation>פתיחה</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>הצגה בתיקייה</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>קריאה חוזרת</translation>
    </message>
    <message>
        <source>Turn on text recognition</source>
        <translation>הפעלת זיהוי טקסט</translation>
    </message>
    <message>
        <source>Let it in</source>
        <translation>לאפשר אותו</translation>
    </message>
</context>
<context>
    <name>IssueDetails</name>
    <message>
        <source>Details: {detail}</source>
        <translation>פרטים: {detail}</translation>
    </message>
</context>
<context>
    <name>IssueGroup</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>קובץ אחד</numerusform>
            <numerusform>‏%Ln קבצים</numerusform>
        </translation>
    </message>
    <message>
        <source>Show or hide these files</source>
        <translation>הצגה או הסתרה של הקבצים האלה</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>נכשלו</translation>
    </message>
    <message>
        <source>searchable in part</source>
        <translation>ניתן לחיפוש בחלקו</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>דולגו</translation>
    </message>
</context>
<context>
    <name>IssueList</name>
    <message>
        <source>Open</source>
        <translation>פתיחה</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>הצגה בתיקייה</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>העתקת הנתיב</translation>
    </message>
</context>
<context>
    <name>IssuesView</name>
    <message>
        <source>Folder</source>
        <translation>תיקייה</translation>
    </message>
    <message>
        <source>All folders</source>
        <translation>כל התיקיות</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>ניסיון חוזר</translation>
    </message>
    <message>
        <source>Reads these files once more, though they have not changed</source>
        <translation>קריאה חוזרת של הקבצים, אף שלא השתנו</translation>
    </message>
    <message>
        <source>Every file is searchable by its text.</source>
        <translation>כל הקבצים ניתנים לחיפוש לפי הטקסט שלהם.</translation>
    </message>
    <message>
        <source>Searchable by name only</source>
        <translation>ניתנים לחיפוש לפי השם בלבד</translation>
    </message>
    <message>
        <source>Only partly searchable</source>
        <translation>ניתן לחיפוש חלקי בלבד</translation>
    </message>
</context>
<context>
    <name>JudgingView</name>
    <message>
        <source>Mark what answers it: by the digits, Enter to go on, S for later.</source>
        <translation>יש לסמן מה עונה עליה: בספרות, Enter להמשך, S לאחר כך.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>הבא</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>מאוחר יותר</translation>
    </message>
    <message numerus="yes">
        <source>%Ln question(s) to judge</source>
        <translation>
            <numerusform>שאלה אחת לשפוט</numerusform>
            <numerusform>%Ln שאלות לשפוט</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeyCaps</name>
    <message>
        <source>no keys</source>
        <translation>ללא מקשים</translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>Click, then press the new keys. Backspace takes the keys away, Esc leaves them as they are.</source>
        <translation>יש ללחוץ כאן ואז להקיש את המקשים החדשים. Backspace מסיר את המקשים, Esc משאיר אותם כפי שהם.</translation>
    </message>
    <message>
        <source>The usual keys</source>
        <translation>המקשים הרגילים</translation>
    </message>
    <message>
        <source>The usual keys for: {action}</source>
        <translation>המקשים הרגילים עבור: {action}</translation>
    </message>
    <message>
        <source>None</source>
        <translation>ללא</translation>
    </message>
    <message>
        <source>Press keys…</source>
        <translation>יש להקיש מקשים…</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Search and results</source>
        <translation>חיפוש ותוצאות</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>תצוגה מקדימה</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>כפילויות</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>חלון</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>מקשים</translation>
    </message>
</context>
<context>
    <name>KeysSection</name>
    <message>
        <source>Keys</source>
        <translation>מקשים</translation>
    </message>
    <message>
        <source>Click the keys that you want to change, then press others; they hold at once.</source>
        <translation>יש ללחוץ על המקשים שרוצים לשנות ואז להקיש אחרים; הם תקפים מייד.</translation>
    </message>
    <message>
        <source>All keys as usual</source>
        <translation>כל המקשים כרגיל</translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>חזרה להתחלה</translation>
    </message>
    <message>
        <source>Gives everything its usual keys again.</source>
        <translation>מחזיר לכול את המקשים הרגילים.</translation>
    </message>
    <message>
        <source>As everywhere; cannot be changed</source>
        <translation>כמו בכל מקום; לא ניתן לשינוי</translation>
    </message>
</context>
<context>
    <name>Kinds</name>
    <message>
        <source>Text document</source>
        <translation>מסמך טקסט</translation>
    </message>
    <message>
        <source>Slides</source>
        <translation>שקופיות</translation>
    </message>
    <message>
        <source>Spreadsheet</source>
        <translation>גיליון אלקטרוני</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>טבלה</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>דואר אלקטרוני</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>טקסט</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>דף אינטרנט</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>ספר</translation>
    </message>
    <message>
        <source>Mailbox</source>
        <translation>תיבת דואר</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>ארכיון</translation>
    </message>
    <message>
        <source>XPS</source>
        <translation>XPS</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>שרטוט</translation>
    </message>
    <message>
        <source>XML</source>
        <translation>XML</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>אנשי קשר</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>יומן</translation>
    </message>
    <message>
        <source>Notebook</source>
        <translation>מחברת</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>קוד</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>תמונה</translation>
    </message>
    <message>
        <source>File</source>
        <translation>קובץ</translation>
    </message>
    <message>
        <source>RAR archive</source>
        <translation>ארכיון RAR</translation>
    </message>
    <message>
        <source>LZ4 archive</source>
        <translation>ארכיון LZ4</translation>
    </message>
    <message>
        <source>Zstandard archive</source>
        <translation>ארכיון Zstandard</translation>
    </message>
    <message>
        <source>compress archive</source>
        <translation>ארכיון compress</translation>
    </message>
    <message>
        <source>cabinet archive</source>
        <translation>ארכיון Cabinet</translation>
    </message>
    <message>
        <source>ar archive</source>
        <translation>ארכיון ar</translation>
    </message>
    <message>
        <source>cpio archive</source>
        <translation>ארכיון cpio</translation>
    </message>
    <message>
        <source>RPM package</source>
        <translation>חבילת RPM</translation>
    </message>
    <message>
        <source>LHA archive</source>
        <translation>ארכיון LHA</translation>
    </message>
    <message>
        <source>disc image</source>
        <translation>תמונת דיסק</translation>
    </message>
    <message>
        <source>program in an archive</source>
        <translation>תוכנית בתוך ארכיון</translation>
    </message>
    <message>
        <source>Photoshop image</source>
        <translation>תמונת Photoshop</translation>
    </message>
    <message>
        <source>icon</source>
        <translation>סמל</translation>
    </message>
    <message>
        <source>JPEG 2000 image</source>
        <translation>תמונת JPEG 2000</translation>
    </message>
    <message>
        <source>JPEG XL image</source>
        <translation>תמונת JPEG XL</translation>
    </message>
    <message>
        <source>AVIF image</source>
        <translation>תמונת AVIF</translation>
    </message>
    <message>
        <source>MPEG-4 video or audio</source>
        <translation>וידאו או שמע MPEG-4</translation>
    </message>
    <message>
        <source>MP3 audio</source>
        <translation>שמע MP3</translation>
    </message>
    <message>
        <source>WAVE audio</source>
        <translation>שמע WAVE</translation>
    </message>
    <message>
        <source>AVI video</source>
        <translation>וידאו AVI</translation>
    </message>
    <message>
        <source>Ogg audio or video</source>
        <translation>שמע או וידאו Ogg</translation>
    </message>
    <message>
        <source>FLAC audio</source>
        <translation>שמע FLAC</translation>
    </message>
    <message>
        <source>MIDI music</source>
        <translation>מוזיקת MIDI</translation>
    </message>
    <message>
        <source>Matroska or WebM video</source>
        <translation>וידאו Matroska או WebM</translation>
    </message>
    <message>
        <source>Flash video</source>
        <translation>וידאו Flash</translation>
    </message>
    <message>
        <source>MPEG video</source>
        <translation>וידאו MPEG</translation>
    </message>
    <message>
        <source>Windows Media</source>
        <translation>Windows Media</translation>
    </message>
    <message>
        <source>program</source>
        <translation>תוכנית</translation>
    </message>
    <message>
        <source>compiled program</source>
        <translation>תוכנית מהודרת</translation>
    </message>
    <message>
        <source>WebAssembly program</source>
        <translation>תוכנית WebAssembly</translation>
    </message>
    <message>
        <source>Android program</source>
        <translation>תוכנית Android</translation>
    </message>
    <message>
        <source>font</source>
        <translation>גופן</translation>
    </message>
    <message>
        <source>NumPy array</source>
        <translation>מערך NumPy</translation>
    </message>
    <message>
        <source>HDF5 data</source>
        <translation>נתוני HDF5</translation>
    </message>
    <message>
        <source>Parquet table</source>
        <translation>טבלת Parquet</translation>
    </message>
    <message>
        <source>Avro data</source>
        <translation>נתוני Avro</translation>
    </message>
    <message>
        <source>binary property list</source>
        <translation>רשימת מאפיינים בינארית</translation>
    </message>
    <message>
        <source>compiled HTML help (.chm)</source>
        <translation>עזרה של HTML מהודרת (‎.chm)</translation>
    </message>
    <message>
        <source>Microsoft Reader e-book (.lit)</source>
        <translation>ספר אלקטרוני של Microsoft Reader (‎.lit)</translation>
    </message>
    <message>
        <source>Mobipocket or Kindle e-book</source>
        <translation>ספר אלקטרוני של Mobipocket או Kindle</translation>
    </message>
    <message>
        <source>DjVu document</source>
        <translation>מסמך DjVu</translation>
    </message>
    <message>
        <source>OneNote notebook</source>
        <translation>מחברת OneNote</translation>
    </message>
    <message>
        <source>Outlook data file (.pst)</source>
        <translation>קובץ נתונים של Outlook‏ (‎.pst)</translation>
    </message>
    <message>
        <source>PostScript</source>
        <translation>PostScript</translation>
    </message>
    <message>
        <source>SQLite database</source>
        <translation>מסד נתונים של SQLite</translation>
    </message>
    <message>
        <source>Access database</source>
        <translation>מסד נתונים של Access</translation>
    </message>
    <message>
        <source>AutoCAD drawing</source>
        <translation>שרטוט AutoCAD</translation>
    </message>
    <message>
        <source>Hangul document</source>
        <translation>מסמך Hangul</translation>
    </message>
    <message>
        <source>Windows metafile</source>
        <translation>קובץ מטא של Windows</translation>
    </message>
    <message>
        <source>WordPerfect document</source>
        <translation>מסמך WordPerfect</translation>
    </message>
    <message>
        <source>Word 1 or 2 document</source>
        <translation>מסמך של Word 1 או 2</translation>
    </message>
    <message>
        <source>Microsoft Write document</source>
        <translation>מסמך Microsoft Write</translation>
    </message>
    <message>
        <source>Works spreadsheet</source>
        <translation>גיליון Works</translation>
    </message>
    <message>
        <source>Works database</source>
        <translation>מסד נתונים של Works</translation>
    </message>
    <message>
        <source>Lotus 1-2-3 workbook</source>
        <translation>חוברת עבודה של Lotus 1-2-3</translation>
    </message>
    <message>
        <source>Quattro Pro workbook</source>
        <translation>חוברת עבודה של Quattro Pro</translation>
    </message>
    <message>
        <source>Works document</source>
        <translation>מסמך Works</translation>
    </message>
    <message>
        <source>StarOffice document</source>
        <translation>מסמך StarOffice</translation>
    </message>
    <message>
        <source>OpenDocument chart or database</source>
        <translation>תרשים או מסד נתונים של OpenDocument</translation>
    </message>
    <message>
        <source>Office document</source>
        <translation>מסמך Office</translation>
    </message>
    <message>
        <source>PowerPoint 95 presentation (.ppt)</source>
        <translation>מצגת של PowerPoint 95‏ (‎.ppt)</translation>
    </message>
    <message>
        <source>Visio drawing</source>
        <translation>שרטוט Visio</translation>
    </message>
    <message>
        <source>Publisher document</source>
        <translation>מסמך Publisher</translation>
    </message>
</context>
<context>
    <name>LabelHeader</name>
    <message>
        <source>Suggested, the least sure first</source>
        <translation>מוצעים, הפחות בטוחים תחילה</translation>
    </message>
    <message>
        <source>Suggested, the surest first</source>
        <translation>מוצעים, הבטוחים ביותר תחילה</translation>
    </message>
    <message>
        <source>Files that bear it</source>
        <translation>קבצים שנושאים אותה</translation>
    </message>
    <message>
        <source>Which files are listed</source>
        <translation>אילו קבצים מוצגים</translation>
    </message>
    <message>
        <source>Suggest it for new files</source>
        <translation>להציע אותה לקבצים חדשים</translation>
    </message>
    <message>
        <source>It is only suggested: nothing bears it that you did not give it.</source>
        <translation>היא רק מוצעת: דבר אינו נושא אותה אם לא ניתנה לו על ידך.</translation>
    </message>
    <message>
        <source>Search in the files that bear it</source>
        <translation>חיפוש בקבצים שנושאים אותה</translation>
    </message>
    <message>
        <source>Give it another name…</source>
        <translation>מתן שם אחר…</translation>
    </message>
    <message>
        <source>Remove this label…</source>
        <translation>הסרת התווית הזאת…</translation>
    </message>
    <message>
        <source>Another name</source>
        <translation>שם אחר</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>שינוי השם</translation>
    </message>
    <message>
        <source>There is a label “{name}” already. Make one of both? Nothing that bears either loses it.</source>
        <translation>כבר יש תווית ”{name}“. לאחד את שתיהן? שום דבר שנושא אחת מהן לא יאבד אותה.</translation>
    </message>
    <message>
        <source>Make one of both</source>
        <translation>איחוד השתיים</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>להשאיר את שתיהן</translation>
    </message>
    <message numerus="yes">
        <source>Remove this label from %Ln file(s)?</source>
        <translation>
            <numerusform>להסיר את התווית הזאת מקובץ אחד?</numerusform>
            <numerusform>להסיר את התווית הזאת מ־%Ln קבצים?</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove the label</source>
        <translation>הסרת התווית</translation>
    </message>
</context>
<context>
    <name>LabelList</name>
    <message>
        <source>Your labels</source>
        <translation>התוויות שלך</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>קובץ אחד</numerusform>
            <numerusform>%Ln קבצים</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>suggested for %Ln new one(s)</source>
        <translation>
            <numerusform>מוצעת לקובץ חדש אחד</numerusform>
            <numerusform>מוצעת ל־%Ln קבצים חדשים</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelOrders</name>
    <message>
        <source>“{name}” is removed.</source>
        <translation>”{name}“ הוסרה.</translation>
    </message>
    <message>
        <source>“{name}” and “{new_name}” are one now.</source>
        <translation>”{name}“ ו־”{new_name}“ הן עכשיו אחת.</translation>
    </message>
    <message>
        <source>“{name}” is called “{new_name}” now. A search for the name before finds it too.</source>
        <translation>”{name}“ נקראת עכשיו ”{new_name}“. גם חיפוש לפי השם הקודם מוצא אותה.</translation>
    </message>
    <message>
        <source>It is undone.</source>
        <translation>הפעולה בוטלה.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>ביטול הפעולה</translation>
    </message>
</context>
<context>
    <name>LabelledList</name>
    <message>
        <source>Files of the label</source>
        <translation>קבצי התווית</translation>
    </message>
</context>
<context>
    <name>Labelling</name>
    <message>
        <source>New label “{name}”</source>
        <translation>תווית חדשה ”{name}“</translation>
    </message>
    <message numerus="yes">
        <source>Label for %Ln file(s)</source>
        <translation>
            <numerusform>תווית לקובץ אחד</numerusform>
            <numerusform>תווית ל־%Ln קבצים</numerusform>
        </translation>
    </message>
    <message>
        <source>Give “{name}”</source>
        <translation>לתת ”{name}“</translation>
    </message>
    <message>
        <source>Take off “{name}”</source>
        <translation>להסיר ”{name}“</translation>
    </message>
    <message numerus="yes">
        <source>“{name}” is given to %Ln file(s).</source>
        <translation>
            <numerusform>קובץ אחד נושא עכשיו את ”{name}“.</numerusform>
            <numerusform>%Ln קבצים נושאים עכשיו את ”{name}“.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{name}” is taken off %Ln file(s).</source>
        <translation>
            <numerusform>”{name}“ הוסרה מקובץ אחד.</numerusform>
            <numerusform>”{name}“ הוסרה מ־%Ln קבצים.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{name}” is not suggested for %Ln file(s) any more.</source>
        <translation>
            <numerusform>”{name}“ לא תוצע עוד לקובץ אחד.</numerusform>
            <numerusform>”{name}“ לא תוצע עוד ל־%Ln קבצים.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>ביטול הפעולה</translation>
    </message>
</context>
<context>
    <name>LabelsPage</name>
    <message>
        <source>Not this one</source>
        <translation>לא זה</translation>
    </message>
    <message>
        <source>No labels yet. Choose files among the results of a search and give them one: {keys}.</source>
        <translation>אין עדיין תוויות. אפשר לבחור קבצים בתוצאות של חיפוש ולתת להם אחת: {keys}.</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>תוויות</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>קבצים</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>מסמך</translation>
    </message>
    <message>
        <source>Nothing is left to be suggested.</source>
        <translation>לא נותר דבר להציע.</translation>
    </message>
    <message>
        <source>Give it this label</source>
        <translation>לתת לו את התווית</translation>
    </message>
    <message>
        <source>Take it off</source>
        <translation>להסיר ממנו</translation>
    </message>
</context>
<context>
    <name>LanguageNotice</name>
    <message>
        <source>Show it</source>
        <translation>הצגה</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>{some}, …</source>
        <translation>{some}, …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are in languages that the model in use does not know ({languages}): they are found by their words, and hardly by what they mean.</source>
        <translation>
            <numerusform>קובץ אחד כתוב בשפה שהמודל שבשימוש אינו מכיר ({languages}): הוא נמצא לפי מילותיו, וכמעט לא לפי משמעותו.</numerusform>
            <numerusform>‏%Ln קבצים כתובים בשפות שהמודל שבשימוש אינו מכיר ({languages}): הם נמצאים לפי מילותיהם, וכמעט לא לפי משמעותם.</numerusform>
        </translation>
    </message>
    <message>
        <source>The model {model} knows them.</source>
        <translation>המודל {model} מכיר אותן.</translation>
    </message>
    <message>
        <source>The model {model} knows those of {count} of them.</source>
        <translation>המודל {model} מכיר את אלה של {count} מהם.</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Afrikaans</source>
        <translation>אפריקאנס</translation>
    </message>
    <message>
        <source>Albanian</source>
        <translation>אלבנית</translation>
    </message>
    <message>
        <source>Amharic</source>
        <translation>אמהרית</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>ערבית</translation>
    </message>
    <message>
        <source>Armenian</source>
        <translation>ארמנית</translation>
    </message>
    <message>
        <source>Assamese</source>
        <translation>אסאמית</translation>
    </message>
    <message>
        <source>Azerbaijani</source>
        <translation>אזרית</translation>
    </message>
    <message>
        <source>Bangla</source>
        <translation>בנגלית</translation>
    </message>
    <message>
        <source>Basque</source>
        <translation>בסקית</translation>
    </message>
    <message>
        <source>Belarusian</source>
        <translation>בלארוסית</translation>
    </message>
    <message>
        <source>Bosnian</source>
        <translation>בוסנית</translation>
    </message>
    <message>
        <source>Breton</source>
        <translation>ברטונית</translation>
    </message>
    <message>
        <source>Bulgarian</source>
        <translation>בולגרית</translation>
    </message>
    <message>
        <source>Burmese</source>
        <translation>בורמזית</translation>
    </message>
    <message>
        <source>Catalan</source>
        <translation>קטלאנית</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>סינית</translation>
    </message>
    <message>
        <source>Croatian</source>
        <translation>קרואטית</translation>
    </message>
    <message>
        <source>Czech</source>
        <translation>צ׳כית</translation>
    </message>
    <message>
        <source>Danish</source>
        <translation>דנית</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>הולנדית</translation>
    </message>
    <message>
        <source>English</source>
        <translation>אנגלית</translation>
    </message>
    <message>
        <source>Esperanto</source>
        <translation>אספרנטו</translation>
    </message>
    <message>
        <source>Estonian</source>
        <translation>אסטונית</translation>
    </message>
    <message>
        <source>Filipino</source>
        <translation>פיליפינית</translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation>פינית</translation>
    </message>
    <message>
        <source>French</source>
        <translation>צרפתית</translation>
    </message>
    <message>
        <source>Galician</source>
        <translation>גליסית</translation>
    </message>
    <message>
        <source>Georgian</source>
        <translation>גאורגית</translation>
    </message>
    <message>
        <source>German</source>
        <translation>גרמנית</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>יוונית</translation>
    </message>
    <message>
        <source>Gujarati</source>
        <translation>גוג׳ראטי</translation>
    </message>
    <message>
        <source>Hausa</source>
        <translation>האוסה</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>עברית</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>הינדי</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>הונגרית</translation>
    </message>
    <message>
        <source>Icelandic</source>
        <translation>איסלנדית</translation>
    </message>
    <message>
        <source>Indonesian</source>
        <translation>אינדונזית</translation>
    </message>
    <message>
        <source>Irish</source>
        <translation>אירית</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>איטלקית</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>יפנית</translation>
    </message>
    <message>
        <source>Javanese</source>
        <translation>יאוואית</translation>
    </message>
    <message>
        <source>Kannada</source>
        <translation>קנאדה</translation>
    </message>
    <message>
        <source>Kazakh</source>
        <translation>קזחית</translation>
    </message>
    <message>
        <source>Khmer</source>
        <translation>חמרית</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>קוריאנית</translation>
    </message>
    <message>
        <source>Kurdish</source>
        <translation>כורדית</translation>
    </message>
    <message>
        <source>Kyrgyz</source>
        <translation>קירגיזית</translation>
    </message>
    <message>
        <source>Lao</source>
        <translation>לאו</translation>
    </message>
    <message>
        <source>Latin</source>
        <translation>לטינית</translation>
    </message>
    <message>
        <source>Latvian</source>
        <translation>לטבית</translation>
    </message>
    <message>
        <source>Lithuanian</source>
        <translation>ליטאית</translation>
    </message>
    <message>
        <source>Macedonian</source>
        <translation>מקדונית</translation>
    </message>
    <message>
        <source>Malagasy</source>
        <translation>מלגשית</translation>
    </message>
    <message>
        <source>Malay</source>
        <translation>מלאית</translation>
    </message>
    <message>
        <source>Malayalam</source>
        <translation>מליאלאם</translation>
    </message>
    <message>
        <source>Marathi</source>
        <translation>מראטהי</translation>
    </message>
    <message>
        <source>Mongolian</source>
        <translation>מונגולית</translation>
    </message>
    <message>
        <source>Nepali</source>
        <translation>נפאלית</translation>
    </message>
    <message>
        <source>Norwegian Bokmål</source>
        <translation>נורווגית</translation>
    </message>
    <message>
        <source>Odia</source>
        <translation>אודייה</translation>
    </message>
    <message>
        <source>Oromo</source>
        <translation>אורומו</translation>
    </message>
    <message>
        <source>Pashto</source>
        <translation>פשטו</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>פרסית</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>פולנית</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>פורטוגזית</translation>
    </message>
    <message>
        <source>Punjabi</source>
        <translation>פנג׳אבי</translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation>רומנית</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>רוסית</translation>
    </message>
    <message>
        <source>Sanskrit</source>
        <translation>סנסקריט</translation>
    </message>
    <message>
        <source>Scottish Gaelic</source>
        <translation>גאלית סקוטית</translation>
    </message>
    <message>
        <source>Serbian</source>
        <translation>סרבית</translation>
    </message>
    <message>
        <source>Sindhi</source>
        <translation>סינדהי</translation>
    </message>
    <message>
        <source>Sinhala</source>
        <translation>סינהלית</translation>
    </message>
    <message>
        <source>Slovak</source>
        <translation>סלובקית</translation>
    </message>
    <message>
        <source>Slovenian</source>
        <translation>סלובנית</translation>
    </message>
    <message>
        <source>Somali</source>
        <translation>סומלית</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>ספרדית</translation>
    </message>
    <message>
        <source>Sundanese</source>
        <translation>סונדנית</translation>
    </message>
    <message>
        <source>Swahili</source>
        <translation>סווהילי</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>שוודית</translation>
    </message>
    <message>
        <source>Tamil</source>
        <translation>טמילית</translation>
    </message>
    <message>
        <source>Telugu</source>
        <translation>טלוגו</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>תאית</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>טורקית</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>אוקראינית</translation>
    </message>
    <message>
        <source>Urdu</source>
        <translation>אורדו</translation>
    </message>
    <message>
        <source>Uyghur</source>
        <translation>אויגורית</translation>
    </message>
    <message>
        <source>Uzbek</source>
        <translation>אוזבקית</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>וייטנאמית</translation>
    </message>
    <message>
        <source>Welsh</source>
        <translation>וולשית</translation>
    </message>
    <message>
        <source>Western Frisian</source>
        <translation>פריזית מערבית</translation>
    </message>
    <message>
        <source>Xhosa</source>
        <translation>קוסה</translation>
    </message>
    <message>
        <source>Yiddish</source>
        <translation>יידיש</translation>
    </message>
</context>
<context>
    <name>LibraryHeader</name>
    <message>
        <source>Counting…</source>
        <translation>סופרת…</translation>
    </message>
    <message>
        <source>How much is read</source>
        <translation>כמה כבר נקרא</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>הוספת תיקייה…</translation>
    </message>
    <message>
        <source>Update now</source>
        <translation>עדכון עכשיו</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>קובץ אחד</numerusform>
            <numerusform>‏%Ln קבצים</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln searchable by their text</source>
        <translation>
            <numerusform>%Ln ניתן לחיפוש לפי הטקסט</numerusform>
            <numerusform>%Ln ניתנים לחיפוש לפי הטקסט</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln by name only</source>
        <translation>
            <numerusform>%Ln לפי השם בלבד</numerusform>
            <numerusform>%Ln לפי השם בלבד</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation>
            <numerusform>אחד ממתין</numerusform>
            <numerusform>‏%Ln ממתינים</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln offline</source>
        <translation>
            <numerusform>%Ln לא מחובר</numerusform>
            <numerusform>%Ln לא מחוברים</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>The library cannot be read</source>
        <translation>לא ניתן לקרוא את הספרייה</translation>
    </message>
    <message>
        <source>For an hour</source>
        <translation>לשעה</translation>
    </message>
    <message>
        <source>Until there is mains power</source>
        <translation>עד לחיבור לחשמל</translation>
    </message>
    <message>
        <source>Until I resume</source>
        <translation>עד להמשך ידני</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>המשך</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>השהיה</translation>
    </message>
    <message>
        <source>Go on now</source>
        <translation>להמשיך עכשיו</translation>
    </message>
    <message>
        <source>Looks at all folders again</source>
        <translation>סריקה חוזרת של כל התיקיות</translation>
    </message>
    <message>
        <source>Not while indexing rests</source>
        <translation>לא בזמן שהקריאה במנוחה</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>Findling covers no folder yet.</source>
        <translation>‏Findling אינה מכסה עדיין אף תיקייה.</translation>
    </message>
    <message>
        <source>Choose folders…</source>
        <translation>בחירת תיקיות…</translation>
    </message>
    <message>
        <source>Indexing rests. This is done as soon as it goes on.</source>
        <translation>הקריאה במנוחה. זה ייעשה ברגע שתימשך.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>ניסיון חוזר</translation>
    </message>
    <message>
        <source>Settings leave out of every folder: {patterns}</source>
        <translation>ההגדרות משמיטות מכל תיקייה: {patterns}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>תיקיות</translation>
    </message>
</context>
<context>
    <name>LicenceBox</name>
    <message>
        <source>Licence of {model}</source>
        <translation>הרישיון של {model}</translation>
    </message>
</context>
<context>
    <name>ListExport</name>
    <message>
        <source>Duplicates</source>
        <translation>כפילויות</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>שמירת הרשימה</translation>
    </message>
    <message>
        <source>The list is saved as {name}.</source>
        <translation>הרשימה נשמרה בשם {name}.</translation>
    </message>
</context>
<context>
    <name>MapHeader</name>
    <message>
        <source>Topic</source>
        <translation>נושא</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>תיקייה</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>סוג</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>שנה</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>תווית</translation>
    </message>
    <message>
        <source>Colours of the map</source>
        <translation>צבעי המפה</translation>
    </message>
    <message>
        <source>Find on the map</source>
        <translation>חיפוש במפה</translation>
    </message>
    <message>
        <source>What it finds lights up, and is listed</source>
        <translation>מה שנמצא מואר ומופיע ברשימה</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>להקטין</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>להגדיל</translation>
    </message>
    <message>
        <source>Show all of the map</source>
        <translation>להראות את כל המפה</translation>
    </message>
    <message>
        <source>No document bears a label yet.</source>
        <translation>עדיין אין מסמך שנושא תווית.</translation>
    </message>
    <message>
        <source>No label</source>
        <translation>אין תווית</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>אחרים</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Map of the documents</source>
        <translation>מפת המסמכים</translation>
    </message>
    <message>
        <source>Arrow keys move, plus and minus zoom, 0 shows all, Shift and the mouse select. The lists show the same.</source>
        <translation>חיצים מזיזים, פלוס ומינוס משנים גודל, 0 מראה הכול, Shift עם העכבר בוחר. הרשימות מראות אותו הדבר.</translation>
    </message>
</context>
<context>
    <name>MemberActions</name>
    <message>
        <source>Keep this one</source>
        <translation>להשאיר את הקובץ הזה</translation>
    </message>
    <message>
        <source>Not a duplicate of the one that stays</source>
        <translation>אינו כפילות של הקובץ שנשאר</translation>
    </message>
    <message>
        <source>Prefer its folder</source>
        <translation>העדפת התיקייה שלו</translation>
    </message>
    <message>
        <source>Take nothing from its folder</source>
        <translation>לא לקחת דבר מהתיקייה שלו</translation>
    </message>
    <message>
        <source>Leave its folder out</source>
        <translation>השמטת התיקייה שלו</translation>
    </message>
</context>
<context>
    <name>MembersList</name>
    <message>
        <source>Files of the group</source>
        <translation>הקבצים בקבוצה</translation>
    </message>
</context>
<context>
    <name>MembersModel</name>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>stays: {reason}</source>
        <translation>נשאר: {reason}</translation>
    </message>
    <message>
        <source>stays: is in another file</source>
        <translation>נשאר: נמצא בתוך קובץ אחר</translation>
    </message>
    <message>
        <source>stays: lies in a protected folder</source>
        <translation>נשאר: נמצא בתיקייה מוגנת</translation>
    </message>
    <message>
        <source>not proposed: {reason}</source>
        <translation>לא מוצע: {reason}</translation>
    </message>
    <message>
        <source>the same text as {name}</source>
        <translation>אותו טקסט כמו {name}</translation>
    </message>
    <message>
        <source>{share} of it stands in the one that stays</source>
        <translation>‏{share} ממנו נמצא בקובץ שנשאר</translation>
    </message>
    <message>
        <source>the same text</source>
        <translation>אותו טקסט</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>{text}</source>
        <translation>{text}</translation>
    </message>
    <message>
        <source>Findling made a mistake ({error}).</source>
        <translation>Findling טעה ({error}).</translation>
    </message>
    <message>
        <source>The disk is full: Findling needs about {needed:size} to go on.</source>
        <translation>הכונן מלא: Findling צריך כ־{needed:size} כדי להמשיך.</translation>
    </message>
    <message>
        <source>Findling is open already, and does not answer.</source>
        <translation>Findling כבר פתוח, ואינו עונה.</translation>
    </message>
    <message>
        <source>The log {file} cannot be written: {reason}.</source>
        <translation>אי אפשר לכתוב את היומן {file}: {reason}.</translation>
    </message>
    <message>
        <source>The indexing process cannot be started: {reason}.</source>
        <translation>אי אפשר להפעיל את תהליך הקריאה: {reason}.</translation>
    </message>
    <message>
        <source>The indexing process ended before it was done.</source>
        <translation>תהליך האינדוקס הסתיים לפני שהושלם.</translation>
    </message>
    <message>
        <source>The indexing process ended before it was done ({how}).</source>
        <translation>תהליך הקריאה הסתיים לפני שהשלים את עבודתו ({how}).</translation>
    </message>
    <message>
        <source>{command} cannot be asked of an open library.</source>
        <translation>אי אפשר לבקש {command} מספרייה פתוחה.</translation>
    </message>
    <message>
        <source>The search ended before it could answer.</source>
        <translation>החיפוש הסתיים לפני שהספיק לענות.</translation>
    </message>
    <message>
        <source>The work on this model ended before it was done.</source>
        <translation>העבודה על המודל הזה נפסקה לפני שהושלמה.</translation>
    </message>
    <message>
        <source>The program that reads files cannot be started: {reason}.</source>
        <translation>אי אפשר להפעיל את התוכנה שקוראת קבצים: {reason}.</translation>
    </message>
    <message>
        <source>The program that reads files does not start ({reason}).</source>
        <translation>התוכנה שקוראת קבצים אינה מופעלת ({reason}).</translation>
    </message>
    <message>
        <source>The settings {file} are no text in UTF-8.</source>
        <translation>ההגדרות {file} אינן טקסט ב-UTF-8.</translation>
    </message>
    <message>
        <source>The settings {file} cannot be read: {reason}.</source>
        <translation>לא ניתן לקרוא את ההגדרות {file}: {reason}.</translation>
    </message>
    <message>
        <source>In the settings {file}, {what}.</source>
        <translation>בהגדרות {file}: {what}.</translation>
    </message>
    <message>
        <source>The settings {file} cannot be written: {reason}.</source>
        <translation>אי אפשר לכתוב את ההגדרות {file}: {reason}.</translation>
    </message>
    <message>
        <source>{name} has to be one of {choices:list}</source>
        <translation>{name} צריך להיות אחד מאלה: {choices:list}</translation>
    </message>
    <message>
        <source>{name} has to be a whole number</source>
        <translation>{name} צריך להיות מספר שלם</translation>
    </message>
    <message>
        <source>{name} has to be a text in quotes</source>
        <translation>{name} צריך להיות טקסט במירכאות</translation>
    </message>
    <message>
        <source>{name} has to be true or false</source>
        <translation>{name} צריך להיות true או false</translation>
    </message>
    <message>
        <source>{name} has to be a list of texts</source>
        <translation>{name} צריך להיות רשימה של טקסטים</translation>
    </message>
    <message>
        <source>{name} has to be a table of texts</source>
        <translation>{name} צריך להיות טבלה של טקסטים</translation>
    </message>
    <message>
        <source>{name} cannot be negative</source>
        <translation>{name} אינו יכול להיות שלילי</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>אין הרשאה</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>הפעולה אינה מותרת</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>אין קובץ או תיקייה כאלה</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>אינו תיקייה</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>זו תיקייה</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>הקובץ כבר קיים</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>לא נותר מקום בכונן</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>חריגה ממכסת המקום</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>הכונן לקריאה בלבד</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>שגיאת קריאה או כתיבה</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>שם הקובץ ארוך מדי</translation>
    </message>
    <message>
        <source>The connection to its disk is broken</source>
        <translation>החיבור לכונן נותק</translation>
    </message>
    <message>
        <source>The connection to its disk has to be made again</source>
        <translation>החיבור לכונן אינו תקף עוד</translation>
    </message>
    <message>
        <source>The computer that has it does not answer</source>
        <translation>המחשב אינו משיב</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>אין תיקייה {folder}.</translation>
    </message>
    <message>
        <source>There is no file {file}.</source>
        <translation>אין קובץ {file}.</translation>
    </message>
    <message>
        <source>{path} is not a folder.</source>
        <translation>{path} אינו תיקייה.</translation>
    </message>
    <message>
        <source>The folder {folder} does not exist.</source>
        <translation>התיקייה {folder} אינה קיימת.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be read: {reason}.</source>
        <translation>אי אפשר לקרוא את התיקייה {folder}: {reason}.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written: {reason}.</source>
        <translation>אי אפשר לכתוב לתיקייה {folder}: {reason}.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be made: {reason}.</source>
        <translation>אי אפשר ליצור את התיקייה {folder}: {reason}.</translation>
    </message>
    <message>
        <source>The folder {folder} is empty, but {count:number} files in it are known.</source>
        <translation>התיקייה {folder} ריקה, אבל {count:number} קבצים בה מוכרים.</translation>
    </message>
    <message>
        <source>The folder {folder} is not in the library.</source>
        <translation>התיקייה {folder} אינה בספרייה.</translation>
    </message>
    <message>
        <source>The library has no folders yet.</source>
        <translation>בספרייה אין עדיין תיקיות.</translation>
    </message>
    <message>
        <source>In {path} Findling keeps what it knows of your files.</source>
        <translation>ב־{path} Findling שומר את מה שידוע לו על הקבצים שלך.</translation>
    </message>
    <message>
        <source>The library has not read {file}.</source>
        <translation>הספרייה לא קראה את {file}.</translation>
    </message>
    <message>
        <source>The file {file} cannot be read: {reason}.</source>
        <translation>אי אפשר לקרוא את הקובץ {file}: {reason}.</translation>
    </message>
    <message>
        <source>1 file in {folder} is offline with its disk; it is kept.</source>
        <translation>קובץ אחד ב־{folder} אינו מקוון יחד עם הכונן שלו; הוא נשמר.</translation>
    </message>
    <message>
        <source>{count:number} files in {folder} are offline with their disk; they are kept.</source>
        <translation>{count:number} קבצים ב־{folder} אינם מקוונים יחד עם הכונן שלהם; הם נשמרים.</translation>
    </message>
    <message>
        <source>{count:number} files, most of {folder}, are not there any more; they are kept for a day.</source>
        <translation>{count:number} קבצים, רוב {folder}, אינם שם עוד; הם נשמרים למשך יום.</translation>
    </message>
    <message>
        <source>Changes are noticed only every few minutes: the system lets no more folders be watched.</source>
        <translation>שינויים מזוהים רק אחת לכמה דקות: המערכת אינה מאפשרת לעקוב אחר תיקיות נוספות.</translation>
    </message>
    <message>
        <source>“{pattern}” is not a pattern</source>
        <translation>”{pattern}“ אינה תבנית</translation>
    </message>
    <message>
        <source>“{pattern}” matches nothing</source>
        <translation>”{pattern}“ אינה מתאימה לדבר</translation>
    </message>
    <message>
        <source>{mistake}.</source>
        <translation>{mistake}.</translation>
    </message>
    <message>
        <source>There is no library at {folder} yet.</source>
        <translation>עוד אין ספרייה ב־{folder}.</translation>
    </message>
    <message>
        <source>Nothing in this library is indexed yet.</source>
        <translation>שום דבר בספרייה הזאת עוד לא נקרא.</translation>
    </message>
    <message>
        <source>The library at {folder} was written by an older Findling.</source>
        <translation>הספרייה ב־{folder} נכתבה בידי Findling ישן יותר.</translation>
    </message>
    <message>
        <source>A newer Findling has written this library, and this one cannot read it.</source>
        <translation>גרסה חדשה יותר של Findling כתבה את הספרייה הזאת, והגרסה הזאת אינה יכולה לקרוא אותה.</translation>
    </message>
    <message>
        <source>The library at {folder} cannot be used: {reason}.</source>
        <translation>אי אפשר להשתמש בספרייה ב־{folder}: {reason}.</translation>
    </message>
    <message>
        <source>The library at {folder} is on a disk that cannot hold it safely.</source>
        <translation>הספרייה ב־{folder} נמצאת בכונן שאינו יכול לשמור אותה בבטחה.</translation>
    </message>
    <message>
        <source>The library&apos;s database {file} cannot be used: {reason}.</source>
        <translation>אי אפשר להשתמש במסד הנתונים של הספרייה {file}: {reason}.</translation>
    </message>
    <message>
        <source>What Findling knows of your files is damaged; the files are not.</source>
        <translation>המידע של Findling על הקבצים פגום; הקבצים עצמם לא.</translation>
    </message>
    <message>
        <source>The library in {folder} cannot be locked for writing: {reason}.</source>
        <translation>אי אפשר לנעול את הספרייה ב־{folder} לכתיבה: {reason}.</translation>
    </message>
    <message>
        <source>The library is being indexed by {holder}.</source>
        <translation>הספרייה נקראת כעת בידי {holder}.</translation>
    </message>
    <message>
        <source>{program} (process {process})</source>
        <translation>{program} (תהליך {process})</translation>
    </message>
    <message>
        <source>another process</source>
        <translation>תהליך אחר</translation>
    </message>
    <message>
        <source>The index of meanings in {folder} cannot be written: {reason}.</source>
        <translation>אי אפשר לכתוב את אינדקס המשמעויות ב־{folder}: {reason}.</translation>
    </message>
    <message>
        <source>The index of meanings in {folder} cannot be read: {reason}.</source>
        <translation>אי אפשר לקרוא את אינדקס המשמעויות ב־{folder}: {reason}.</translation>
    </message>
    <message>
        <source>The vector index cannot be kept in {folder}: its name has letters that this Windows cannot pass on.</source>
        <translation>אי אפשר לשמור את אינדקס הווקטורים ב־{folder}: בשמה אותיות ש־Windows זה אינו יכול להעביר.</translation>
    </message>
    <message>
        <source>The index of meanings in {folder} was made by another model.</source>
        <translation>אינדקס המשמעויות ב־{folder} נוצר בידי מודל אחר.</translation>
    </message>
    <message>
        <source>The list of parts of the index of meanings in {folder} is damaged.</source>
        <translation>רשימת החלקים של אינדקס המשמעויות ב־{folder} פגומה.</translation>
    </message>
    <message>
        <source>The vector index file {name} in {folder} is missing.</source>
        <translation>קובץ אינדקס הווקטורים {name} חסר ב־{folder}.</translation>
    </message>
    <message>
        <source>A file of the index of meanings in {folder} is missing.</source>
        <translation>קובץ של אינדקס המשמעויות חסר ב־{folder}.</translation>
    </message>
    <message>
        <source>The vector index file {file} is damaged.</source>
        <translation>קובץ אינדקס הווקטורים {file} פגום.</translation>
    </message>
    <message>
        <source>The vector index file {file} cannot be read: {reason}.</source>
        <translation>אי אפשר לקרוא את קובץ אינדקס הווקטורים {file}: {reason}.</translation>
    </message>
    <message>
        <source>A part of Findling cannot be loaded: {error}.</source>
        <translation>אי אפשר לטעון חלק של Findling: {error}.</translation>
    </message>
    <message>
        <source>The word index in {folder} cannot be used: {reason}.</source>
        <translation>אי אפשר להשתמש באינדקס המילים ב־{folder}: {reason}.</translation>
    </message>
    <message>
        <source>The word index in {folder} is damaged ({reason}).</source>
        <translation>אינדקס המילים ב־{folder} פגום ({reason}).</translation>
    </message>
    <message>
        <source>Another Findling writes the word index in {folder}.</source>
        <translation>Findling אחר כותב את אינדקס המילים ב־{folder}.</translation>
    </message>
    <message>
        <source>The damaged word index in {folder} cannot be removed.</source>
        <translation>אי אפשר להסיר את אינדקס המילים הפגום ב־{folder}.</translation>
    </message>
    <message>
        <source>{file} fails its checksum</source>
        <translation>סכום הביקורת של {file} אינו מתאים</translation>
    </message>
    <message>
        <source>Findling still runs (process {processes:list}), so nothing was changed.</source>
        <translation>Findling עדיין פועלת (תהליך {processes:list}), ולכן לא שונה דבר.</translation>
    </message>
    <message>
        <source>It was stopped. The library opens as it did; what is half encrypted is completed then.</source>
        <translation>הפעולה נעצרה. הספרייה נפתחת כמקודם; מה שהוצפן למחצה יושלם אז.</translation>
    </message>
    <message>
        <source>Nothing can be searched by meaning yet, so only words count</source>
        <translation>עוד אי אפשר לחפש לפי משמעות, ולכן רק המילים קובעות</translation>
    </message>
    <message>
        <source>There is nothing to search yet: no file has been read so far</source>
        <translation>עוד אין במה לחפש: אף קובץ לא נקרא עד כה</translation>
    </message>
    <message>
        <source>{filter} {why}, so it was searched as words</source>
        <translation>{filter} {why}, ולכן הוא חופש כמילים</translation>
    </message>
    <message>
        <source>{operator} is no operator here, so it was searched as a word.</source>
        <translation>{operator} אינו אופרטור כאן, ולכן חופש כמילה.</translation>
    </message>
    <message>
        <source>* and ? stand for no letters here, so {word} was searched without them.</source>
        <translation>* ו-? אינם מייצגים אותיות כאן, ולכן {word} חופש בלעדיהם.</translation>
    </message>
    <message>
        <source>Searched for {meant:list} in place of {typed:list}, which no file has.</source>
        <translation>חופש {meant:list} במקום {typed:list}, שאינו מופיע באף קובץ.</translation>
    </message>
    <message>
        <source>The model in use does not understand {language:language}, so words count for more.</source>
        <translation>המודל שבשימוש אינו מבין {language:language}, ולכן משקלן של המילים גדול יותר.</translation>
    </message>
    <message>
        <source>cannot be excluded</source>
        <translation>אינו ניתן להוצאה מהחיפוש</translation>
    </message>
    <message>
        <source>is no language code such as en or de</source>
        <translation>אינו קוד שפה כמו en או de</translation>
    </message>
    <message>
        <source>is no type of file that is told apart</source>
        <translation>אינו סוג קובץ מוכר</translation>
    </message>
    <message>
        <source>The results were not read again: {reason}</source>
        <translation>התוצאות לא נקראו שוב: {reason}</translation>
    </message>
    <message>
        <source>The file {file} cannot be compared: {reason}.</source>
        <translation>אי אפשר להשוות את הקובץ {file}: {reason}.</translation>
    </message>
    <message>
        <source>No preview: {reason}.</source>
        <translation>אין תצוגה מקדימה: {reason}.</translation>
    </message>
    <message>
        <source>The list cannot be written to {file}: {reason}.</source>
        <translation>אי אפשר לכתוב את הרשימה אל {file}: {reason}.</translation>
    </message>
    <message>
        <source>Nothing can be exported to {folder}: {reason}.</source>
        <translation>אי אפשר לייצא אל {folder}: {reason}.</translation>
    </message>
    <message>
        <source>The evaluation was stopped.</source>
        <translation>ההערכה נעצרה.</translation>
    </message>
    <message>
        <source>The run file {file} cannot be written: {reason}.</source>
        <translation>אי אפשר לכתוב את קובץ התוצאות {file}: {reason}.</translation>
    </message>
    <message>
        <source>The collection&apos;s file {file} cannot be read: {reason}.</source>
        <translation>אי אפשר לקרוא את קובץ האוסף {file}: {reason}.</translation>
    </message>
    <message>
        <source>a line has no _id</source>
        <translation>לשורה אין ‎_id</translation>
    </message>
    <message>
        <source>a title or text is not text</source>
        <translation>כותרת או טקסט שאינם טקסט</translation>
    </message>
    <message>
        <source>The collection {folder} has no documents, or no judged queries.</source>
        <translation>באוסף {folder} אין מסמכים, או אין שאילתות מדורגות.</translation>
    </message>
    <message>
        <source>The file {file} has {count:number} pairs: too few to be ranked.</source>
        <translation>בקובץ {file} יש {count:number} זוגות: מעט מדי לדירוג.</translation>
    </message>
    <message>
        <source>The pairs {file} cannot be read: {reason}.</source>
        <translation>אי אפשר לקרוא את הזוגות {file}: {reason}.</translation>
    </message>
    <message>
        <source>they have no column {column}</source>
        <translation>אין בהם עמודה {column}</translation>
    </message>
    <message>
        <source>Run it again: what was indexed is kept.</source>
        <translation>אפשר להפעיל שוב: מה שנקרא נשמר.</translation>
    </message>
    <message>
        <source>A collection is a folder with corpus.jsonl, queries.jsonl and qrels.tsv, as BEIR has them.</source>
        <translation>אוסף הוא תיקייה עם corpus.jsonl,‏ queries.jsonl ו־qrels.tsv, כמו של BEIR.</translation>
    </message>
    <message>
        <source>They are tab-separated, with columns score, sentence1 and sentence2.</source>
        <translation>הם מופרדים בטאבים, עם העמודות score,‏ sentence1 ו־sentence2.</translation>
    </message>
    <message>
        <source>lies in a preferred folder</source>
        <translation>נמצא בתיקייה מועדפת</translation>
    </message>
    <message>
        <source>lies in a protected folder</source>
        <translation>נמצא בתיקייה מוגנת</translation>
    </message>
    <message>
        <source>its name is not that of a copy</source>
        <translation>שמו אינו שם של עותק</translation>
    </message>
    <message>
        <source>the newest</source>
        <translation>החדש ביותר</translation>
    </message>
    <message>
        <source>the oldest</source>
        <translation>הישן ביותר</translation>
    </message>
    <message>
        <source>the best format</source>
        <translation>הפורמט הטוב ביותר</translation>
    </message>
    <message>
        <source>the largest</source>
        <translation>הגדול ביותר</translation>
    </message>
    <message>
        <source>the shortest path</source>
        <translation>הנתיב הקצר ביותר</translation>
    </message>
    <message>
        <source>the latest version</source>
        <translation>הגרסה האחרונה</translation>
    </message>
    <message>
        <source>the others are compared with it</source>
        <translation>האחרים מושווים אליו</translation>
    </message>
    <message>
        <source>holds the text of the others</source>
        <translation>מכיל את הטקסט של האחרים</translation>
    </message>
    <message>
        <source>no rule tells them apart</source>
        <translation>אין כלל שמבדיל ביניהם</translation>
    </message>
    <message>
        <source>the only one</source>
        <translation>היחיד</translation>
    </message>
    <message>
        <source>chosen by you</source>
        <translation>נבחר על ידך</translation>
    </message>
    <message>
        <source>another is damaged, or was read only in part</source>
        <translation>אחר פגום, או נקרא רק בחלקו</translation>
    </message>
    <message>
        <source>a part of both was not read: {part}</source>
        <translation>חלק משניהם לא נקרא: {part}</translation>
    </message>
    <message>
        <source>a part of it was not read: {part}</source>
        <translation>חלק ממנו לא נקרא: {part}</translation>
    </message>
    <message>
        <source>a part of the file that stays was not read: {part}</source>
        <translation>חלק מהקובץ שנשאר לא נקרא: {part}</translation>
    </message>
    <message>
        <source>it differs from the file that stays in capitals or signs</source>
        <translation>הוא שונה מהקובץ שנשאר באותיות גדולות או בסימנים</translation>
    </message>
    <message>
        <source>it has too few words to be told by them</source>
        <translation>יש בו מעט מדי מילים כדי לזהות אותו לפיהן</translation>
    </message>
    <message>
        <source>it has not the same words as the file that stays</source>
        <translation>אין בו אותן מילים כמו בקובץ שנשאר</translation>
    </message>
    <message>
        <source>{first}, {others}</source>
        <translation>{first}, {others}</translation>
    </message>
    <message>
        <source>it is not known whether both were read in full</source>
        <translation>לא ידוע אם שניהם נקראו במלואם</translation>
    </message>
    <message>
        <source>The settings {file} hold what this Findling does not know and leaves as it is: {names:list}.</source>
        <translation>בהגדרות {file} יש ערכים שגרסה זו של Findling אינה מכירה ומשאירה כפי שהם: {names:list}.</translation>
    </message>
    <message>
        <source>{what} The usual settings hold in its place, and the file is kept as {copy}.</source>
        <translation>{what} במקומן חלות ההגדרות הרגילות, והקובץ נשמר בשם {copy}.</translation>
    </message>
    <message>
        <source>What opens your documents is shut off from {accesses}.</source>
        <translation>למה שפותח את המסמכים אין גישה אל: {accesses}.</translation>
    </message>
    <message>
        <source>What opens your documents is not shut off on this system from {accesses}.</source>
        <translation>במערכת הזאת יש למה שפותח את המסמכים גישה אל: {accesses}.</translation>
    </message>
    <message>
        <source>{first}, {rest}</source>
        <translation>{first}, {rest}</translation>
    </message>
    <message>
        <source>your other files</source>
        <translation>הקבצים האחרים</translation>
    </message>
    <message>
        <source>their names</source>
        <translation>שמותיהם</translation>
    </message>
    <message>
        <source>changing and deleting files</source>
        <translation>שינוי ומחיקה של קבצים</translation>
    </message>
    <message>
        <source>the network</source>
        <translation>הרשת</translation>
    </message>
    <message>
        <source>programs that listen on this computer</source>
        <translation>תוכניות שמאזינות במחשב הזה</translation>
    </message>
    <message>
        <source>starting programs</source>
        <translation>הפעלת תוכניות</translation>
    </message>
    <message>
        <source>making copies of itself</source>
        <translation>יצירת עותקים של עצמה</translation>
    </message>
    <message>
        <source>other processes</source>
        <translation>תהליכים אחרים</translation>
    </message>
    <message>
        <source>closed-off areas of other programs</source>
        <translation>אזורים סגורים של תוכניות אחרות</translation>
    </message>
    <message>
        <source>There are no files in {folder}.</source>
        <translation>אין קבצים בתיקייה {folder}.</translation>
    </message>
    <message>
        <source>1 folder cannot be looked into, so nothing in it is searched.</source>
        <translation>אי אפשר לעיין בתוך תיקייה אחת, ולכן דבר בה אינו נכלל בחיפוש.</translation>
    </message>
    <message>
        <source>{count:number} folders cannot be looked into, so nothing in them is searched.</source>
        <translation>אי אפשר לעיין בתוך {count:number} תיקיות, ולכן דבר בהן אינו נכלל בחיפוש.</translation>
    </message>
    <message>
        <source>What Findling knew of your files was damaged, and was made again from them.</source>
        <translation>מה ש־Findling ידע על הקבצים נפגם, ונוצר מהם מחדש.</translation>
    </message>
    <message>
        <source>What was damaged in the library was made again from your files.</source>
        <translation>מה שנפגם בספרייה נוצר מחדש מהקבצים.</translation>
    </message>
    <message>
        <source>it has no bytes</source>
        <translation>אין בו אף בית</translation>
    </message>
    <message>
        <source>damaged rows: texts of documents {texts}, vectors of documents {vectors}</source>
        <translation>שורות פגומות: טקסטים של המסמכים {texts}, וקטורים של המסמכים {vectors}</translation>
    </message>
    <message>
        <source>an earlier write failed</source>
        <translation>כתיבה קודמת נכשלה</translation>
    </message>
    <message>
        <source>The library at {folder} is encrypted.</source>
        <translation>הספרייה שב-{folder} מוצפנת.</translation>
    </message>
    <message>
        <source>The library at {folder} is not encrypted.</source>
        <translation>הספרייה שב-{folder} אינה מוצפנת.</translation>
    </message>
    <message>
        <source>The library at {folder} is encrypted already.</source>
        <translation>הספרייה שב-{folder} כבר מוצפנת.</translation>
    </message>
    <message>
        <source>This is not the passphrase of the library at {folder}.</source>
        <translation>זה אינו משפט הסיסמה של הספרייה שב-{folder}.</translation>
    </message>
    <message>
        <source>A passphrase has {least:number} characters at least.</source>
        <translation>במשפט סיסמה יש לפחות {least:number} תווים.</translation>
    </message>
    <message>
        <source>The file {file} is damaged, and without it the library cannot be opened.</source>
        <translation>הקובץ {file} פגום, ובלעדיו אי אפשר לפתוח את הספרייה.</translation>
    </message>
    <message>
        <source>This library is encrypted, and its key is missing: the file {file}.</source>
        <translation>הספרייה הזאת מוצפנת, והמפתח שלה חסר: הקובץ {file}.</translation>
    </message>
    <message>
        <source>This library is encrypted, and the key in {file} is another library&apos;s.</source>
        <translation>הספרייה הזאת מוצפנת, והמפתח שבקובץ {file} שייך לספרייה אחרת.</translation>
    </message>
    <message>
        <source>The file {file} cannot be used: {reason}.</source>
        <translation>אי אפשר להשתמש בקובץ {file}: {reason}.</translation>
    </message>
    <message>
        <source>The library for encrypted databases is not installed.</source>
        <translation>ספריית התוכנה למסדי נתונים מוצפנים אינה מותקנת.</translation>
    </message>
    <message>
        <source>This system keeps no files in memory for programs, so the index could not be kept from the disk.</source>
        <translation>מערכת זו אינה מחזיקה לתוכנות קבצים בזיכרון, ולכן האינדקס היה נכתב לדיסק.</translation>
    </message>
    <message>
        <source>The index takes {needed:size}, and files in memory have room for {free:size}.</source>
        <translation>האינדקס תופס {needed:size}, ולקבצים בזיכרון יש מקום ל-{free:size}.</translation>
    </message>
    <message>
        <source>The file {file} cannot be written anew: {reason}.</source>
        <translation>אי אפשר לכתוב מחדש את הקובץ {file}: {reason}.</translation>
    </message>
    <message>
        <source>This system has no keyring that could keep it.</source>
        <translation>במערכת הזאת אין צרור מפתחות שיכול לשמור אותו.</translation>
    </message>
    <message>
        <source>There is no text on standard input.</source>
        <translation>אין טקסט בקלט הסטנדרטי.</translation>
    </message>
    <message>
        <source>This stands word for word in {name}.</source>
        <translation>זה כתוב מילה במילה ב־{name}.</translation>
    </message>
    <message>
        <source>This stands word for word in {name}, on page {page:number}.</source>
        <translation>זה כתוב מילה במילה ב־{name}, בעמוד {page:number}.</translation>
    </message>
    <message>
        <source>This stands in {name}, with other words: {changes:list}.</source>
        <translation>זה כתוב ב־{name}, במילים אחרות: {changes:list}.</translation>
    </message>
    <message>
        <source>This stands in {name}, on page {page:number}, with other words: {changes:list}.</source>
        <translation>זה כתוב ב־{name}, בעמוד {page:number}, במילים אחרות: {changes:list}.</translation>
    </message>
    <message>
        <source>is no date such as 2024, 2024-06, 2024-06-30, 7d or this-week</source>
        <translation>אינו תאריך כגון 2024, 2024-06, 2024-06-30, 7d או this-week</translation>
    </message>
    <message>
        <source>{name} cannot be opened: {reason}.</source>
        <translation>לא ניתן לפתוח את {name}: {reason}.</translation>
    </message>
    <message>
        <source>No copy can be made in {folder}: {reason}.</source>
        <translation>לא ניתן ליצור עותק ב-{folder}: {reason}.</translation>
    </message>
    <message>
        <source>{file} has come, and is identical to {known}.</source>
        <translation>{file} הגיע, והוא זהה ל־{known}.</translation>
    </message>
    <message>
        <source>{file} has come, and has the same text as {known}.</source>
        <translation>{file} הגיע, והטקסט שלו זהה לזה של {known}.</translation>
    </message>
    <message>
        <source>{file} has come, and is nearly the same as {known}.</source>
        <translation>{file} הגיע, והוא כמעט זהה ל־{known}.</translation>
    </message>
    <message>
        <source>{file} has come, and is a newer version of {known}.</source>
        <translation>{file} הגיע, והוא גרסה חדשה יותר של {known}.</translation>
    </message>
    <message>
        <source>{file} has come, and is an older version of {known}.</source>
        <translation>{file} הגיע, והוא גרסה ישנה יותר של {known}.</translation>
    </message>
    <message>
        <source>{file} has come, and is contained in {known}.</source>
        <translation>{file} הגיע, והוא כלול ב־{known}.</translation>
    </message>
    <message>
        <source>{file} has come, and holds {known}.</source>
        <translation>{file} הגיע, והוא מכיל את {known}.</translation>
    </message>
    <message>
        <source>{count:number} files have come that are like others. {latest}</source>
        <translation>הגיעו {count:number} קבצים הדומים לאחרים. {latest}</translation>
    </message>
    <message>
        <source>There is no label {name}.</source>
        <translation>אין תווית {name}.</translation>
    </message>
    <message>
        <source>There is a label {name} already.</source>
        <translation>כבר יש תווית {name}.</translation>
    </message>
    <message>
        <source>The label {name} is called {now} now.</source>
        <translation>התווית {name} נקראת עכשיו {now}.</translation>
    </message>
    <message>
        <source>Nothing is known that was done with labels and could be undone.</source>
        <translation>לא ידוע על שום פעולה בתוויות שאפשר לבטל.</translation>
    </message>
    <message>
        <source>Nothing is known that was done with the label {name} and could be undone.</source>
        <translation>לא ידוע על שום פעולה בתווית {name} שאפשר לבטל.</translation>
    </message>
    <message>
        <source>There is no label {name}, so nothing is found by it.</source>
        <translation>אין תווית {name}, ולכן לא נמצא דבר לפיה.</translation>
    </message>
    <message>
        <source>There is no label {name}, so nothing is found by it. There is: {near}.</source>
        <translation>אין תווית {name}, ולכן לא נמצא דבר לפיה. יש: {near}.</translation>
    </message>
    <message>
        <source>No label can be called “{name}”: it needs a letter, and neither a colon nor a quotation mark.</source>
        <translation>תווית אינה יכולה להיקרא “{name}”: דרושה אות, בלי נקודתיים ובלי מירכאות.</translation>
    </message>
    <message>
        <source>The library does not know {file}.</source>
        <translation>הספרייה אינה מכירה את {file}.</translation>
    </message>
    <message>
        <source>Nothing is suggested for {name} yet: give it to {least:number} files with texts of their own.</source>
        <translation>עדיין אין הצעות עבור {name}: תנו אותה ל־{least:number} קבצים שהטקסט שלהם שונה.</translation>
    </message>
    <message>
        <source>Nothing can be suggested before the meaning of files is indexed.</source>
        <translation>אי אפשר להציע דבר לפני שמשמעות הקבצים נכנסה לאינדקס.</translation>
    </message>
    <message>
        <source>the others are in other files</source>
        <translation>האחרים נמצאים בתוך קבצים אחרים</translation>
    </message>
    <message>
        <source>it differs from the file that stays in what is no text: pictures, links, attachments or the like</source>
        <translation>הוא שונה מהקובץ שנשאר במה שאינו טקסט: תמונות, קישורים, קבצים מצורפים וכדומה</translation>
    </message>
    <message>
        <source>what is damaged</source>
        <translation>מה שפגום</translation>
    </message>
    <message>
        <source>the rest of it</source>
        <translation>ההמשך</translation>
    </message>
    <message>
        <source>letters that cannot be told</source>
        <translation>אותיות שאי אפשר לזהות</translation>
    </message>
    <message>
        <source>text boxes</source>
        <translation>תיבות טקסט</translation>
    </message>
    <message>
        <source>footnotes or endnotes</source>
        <translation>הערות שוליים או הערות סיום</translation>
    </message>
    <message>
        <source>headers or footers</source>
        <translation>כותרות עליונות או תחתונות</translation>
    </message>
    <message>
        <source>comments</source>
        <translation>הערות</translation>
    </message>
    <message>
        <source>fields</source>
        <translation>שדות</translation>
    </message>
    <message>
        <source>form fields</source>
        <translation>שדות טופס</translation>
    </message>
    <message>
        <source>tracked changes</source>
        <translation>שינויים במעקב</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>תמונות</translation>
    </message>
    <message>
        <source>drawings</source>
        <translation>ציורים</translation>
    </message>
    <message>
        <source>charts</source>
        <translation>תרשימים</translation>
    </message>
    <message>
        <source>embedded files</source>
        <translation>קבצים מוטבעים</translation>
    </message>
    <message>
        <source>what scripts or other pages add</source>
        <translation>מה שסקריפטים או דפים אחרים מוסיפים</translation>
    </message>
    <message>
        <source>what was read by text recognition, which makes mistakes</source>
        <translation>מה שנקרא בזיהוי טקסט, שעלול לטעות</translation>
    </message>
    <message>
        <source>some of its text</source>
        <translation>חלק מהטקסט</translation>
    </message>
    <message>
        <source>it lies in a protected folder</source>
        <translation>הוא נמצא בתיקייה מוגנת</translation>
    </message>
    <message>
        <source>it is the last copy</source>
        <translation>זה העותק האחרון</translation>
    </message>
    <message>
        <source>the copy that stays has changed</source>
        <translation>העותק שנשאר השתנה</translation>
    </message>
    <message>
        <source>it has changed in the meantime</source>
        <translation>הוא השתנה בינתיים</translation>
    </message>
    <message>
        <source>another program has it open</source>
        <translation>הוא פתוח בתוכנה אחרת</translation>
    </message>
    <message>
        <source>only files that are the same to the byte can be linked</source>
        <translation>אפשר לקשר רק קבצים זהים בכל בייט</translation>
    </message>
    <message>
        <source>it is on another disk than the copy that stays</source>
        <translation>הוא בכונן אחר מזה של העותק שנשאר</translation>
    </message>
    <message>
        <source>both are one file already</source>
        <translation>שניהם כבר קובץ אחד</translation>
    </message>
    <message>
        <source>it is a link, not a file</source>
        <translation>זהו קישור, לא קובץ</translation>
    </message>
    <message>
        <source>it is not there any more</source>
        <translation>הוא כבר לא שם</translation>
    </message>
    <message>
        <source>the copy that stays is not there any more</source>
        <translation>העותק שנשאר כבר אינו קיים</translation>
    </message>
    <message>
        <source>nothing is known that it has in common with a file that stays</source>
        <translation>לא ידוע על דבר משותף בינו לבין קובץ שנשאר</translation>
    </message>
    <message>
        <source>it was cleared up already</source>
        <translation>הוא כבר סודר</translation>
    </message>
    <message>
        <source>it cannot be read now</source>
        <translation>לא ניתן לקרוא אותו כעת</translation>
    </message>
    <message>
        <source>it has changed since it was compared</source>
        <translation>הוא השתנה מאז ההשוואה</translation>
    </message>
    <message>
        <source>it is only another name of the file that stays</source>
        <translation>זהו רק שם נוסף של הקובץ שנשאר</translation>
    </message>
    <message>
        <source>the copy that stays cannot be read now</source>
        <translation>לא ניתן לקרוא כעת את העותק שנשאר</translation>
    </message>
    <message>
        <source>its new name is taken</source>
        <translation>שמו החדש כבר תפוס</translation>
    </message>
    <message>
        <source>its new name is that of another folder</source>
        <translation>שמו החדש שייך לתיקייה אחרת</translation>
    </message>
    <message>
        <source>another file is in its place now</source>
        <translation>קובץ אחר נמצא עכשיו במקומו</translation>
    </message>
    <message>
        <source>It is not a regular file</source>
        <translation>אינו קובץ רגיל</translation>
    </message>
    <message>
        <source>The file that is to survive has changed</source>
        <translation>העותק שנשאר השתנה</translation>
    </message>
    <message>
        <source>The copy is not what was copied</source>
        <translation>העותק אינו מה שהועתק</translation>
    </message>
    <message>
        <source>It was interrupted, and did not say how far it came.</source>
        <translation>הפעולה נקטעה, ולא נאמר עד היכן הגיעה.</translation>
    </message>
    <message>
        <source>There is no run {run}.</source>
        <translation>אין הרצה {run}.</translation>
    </message>
    <message>
        <source>To move files, a folder to move them to is needed.</source>
        <translation>כדי להעביר קבצים נדרשת תיקיית יעד.</translation>
    </message>
    <message>
        <source>No file can be called {name}.</source>
        <translation>קובץ אינו יכול להיקרא {name}.</translation>
    </message>
    <message>
        <source>{file} is there already.</source>
        <translation>{file} כבר קיים.</translation>
    </message>
    <message>
        <source>The plan cannot be written to {file}: {reason}.</source>
        <translation>אי אפשר לכתוב את התוכנית אל {file}: {reason}.</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}.</source>
        <translation>אי אפשר לקרוא את {file}: {reason}.</translation>
    </message>
    <message>
        <source>{file} holds no plan: it is no JSON.</source>
        <translation>אין תוכנית בקובץ {file}: הוא אינו JSON.</translation>
    </message>
    <message>
        <source>{file} holds no plan.</source>
        <translation>אין תוכנית בקובץ {file}.</translation>
    </message>
    <message>
        <source>{file} holds no plan that can be meant: {reason}.</source>
        <translation>אין בקובץ {file} תוכנית שאפשר להתכוון אליה: {reason}.</translation>
    </message>
    <message>
        <source>Step {number} of {file} cannot be meant: {reason}.</source>
        <translation>אי אפשר להתכוון לשלב {number} בקובץ {file}: {reason}.</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>הקובץ ריק</translation>
    </message>
    <message>
        <source>protected by a password</source>
        <translation>מוגן בסיסמה</translation>
    </message>
    <message>
        <source>protected against copying</source>
        <translation>מוגן מפני העתקה</translation>
    </message>
    <message>
        <source>damaged or cut off</source>
        <translation>פגום או קטוע</translation>
    </message>
    <message>
        <source>damaged, only a part could be read</source>
        <translation>פגום, רק חלק ממנו נקרא</translation>
    </message>
    <message>
        <source>not what its name says</source>
        <translation>אינו מה ששמו אומר</translation>
    </message>
    <message>
        <source>holds no text, as scans and pictures do</source>
        <translation>בלי טקסט, כמו סריקות ותמונות</translation>
    </message>
    <message>
        <source>shows no text that could be recognised</source>
        <translation>לא נראה בו טקסט שאפשר לזהות</translation>
    </message>
    <message>
        <source>an old format</source>
        <translation>תבנית ישנה</translation>
    </message>
    <message>
        <source>a format that Findling does not read</source>
        <translation>תבנית ש־Findling אינו קורא</translation>
    </message>
    <message>
        <source>not a text document</source>
        <translation>אינו מסמך טקסט</translation>
    </message>
    <message>
        <source>an archive; what is in it is not searched</source>
        <translation>ארכיון; מה שבתוכו אינו נכלל בחיפוש</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>גדול מדי</translation>
    </message>
    <message>
        <source>unpacks to far too much, as files made to do harm do</source>
        <translation>נפרס לגודל עצום, כמו קבצים שנועדו להזיק</translation>
    </message>
    <message>
        <source>very long; only its beginning is searched</source>
        <translation>ארוך מאוד; רק תחילתו נכללת בחיפוש</translation>
    </message>
    <message>
        <source>has files in it that are not searched</source>
        <translation>מכיל קבצים שאינם נכללים בחיפוש</translation>
    </message>
    <message>
        <source>has too many parts</source>
        <translation>יש בו חלקים רבים מדי</translation>
    </message>
    <message>
        <source>took too long to read</source>
        <translation>הקריאה ארכה זמן רב מדי</translation>
    </message>
    <message>
        <source>needs too much memory to read</source>
        <translation>קריאתו דורשת זיכרון רב מדי</translation>
    </message>
    <message>
        <source>the program that reads it fails on it</source>
        <translation>התוכנה שקוראת אותו קורסת בו</translation>
    </message>
    <message>
        <source>you may not read it</source>
        <translation>אין לך הרשאה לקרוא אותו</translation>
    </message>
    <message>
        <source>locked by another program</source>
        <translation>נעול בידי תוכנה אחרת</translation>
    </message>
    <message>
        <source>was gone before it could be read</source>
        <translation>נעלם לפני שהיה אפשר לקרוא אותו</translation>
    </message>
    <message>
        <source>keeps changing while it is read</source>
        <translation>משתנה שוב ושוב בזמן הקריאה</translation>
    </message>
    <message>
        <source>only in the cloud, not on this computer</source>
        <translation>רק בענן, לא במחשב הזה</translation>
    </message>
    <message>
        <source>holds keys or passwords</source>
        <translation>מכיל מפתחות או סיסמאות</translation>
    </message>
    <message>
        <source>not an ordinary file</source>
        <translation>אינו קובץ רגיל</translation>
    </message>
    <message>
        <source>a link</source>
        <translation>קישור</translation>
    </message>
    <message>
        <source>its name is too long for the system</source>
        <translation>שמו ארוך מדי בשביל המערכת</translation>
    </message>
    <message>
        <source>its disk does not answer</source>
        <translation>הכונן שלו אינו משיב</translation>
    </message>
    <message>
        <source>indexing failed twice on this file</source>
        <translation>הקריאה נכשלה פעמיים בקובץ הזה</translation>
    </message>
    <message>
        <source>found by its words only; indexing its meaning failed twice</source>
        <translation>נמצא רק לפי מילים; סריקת המשמעות שלו נכשלה פעמיים</translation>
    </message>
    <message>
        <source>its reading was stopped from outside</source>
        <translation>קריאת הקובץ הופסקה מבחוץ</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>עדיין לא נקרא</translation>
    </message>
    <message>
        <source>offline: its disk is not connected</source>
        <translation>לא מקוון: הכונן שלו אינו מחובר</translation>
    </message>
    <message>
        <source>offline: it went at once with most of its folder</source>
        <translation>לא מקוון: נעלם בבת אחת עם רוב התיקייה שלו</translation>
    </message>
    <message>
        <source>{read:number} of {all:number} pages</source>
        <translation>{read:number} מתוך {all:number} עמודים</translation>
    </message>
    <message>
        <source>{read:number} of {all:number} slides</source>
        <translation>{read:number} מתוך {all:number} שקופיות</translation>
    </message>
    <message>
        <source>{read:number} of {all:number} chapters</source>
        <translation>{read:number} מתוך {all:number} פרקים</translation>
    </message>
    <message>
        <source>{limit:number} characters</source>
        <translation>{limit:number} תווים</translation>
    </message>
    <message>
        <source>{limit:number} cells</source>
        <translation>{limit:number} תאים</translation>
    </message>
    <message>
        <source>the file is damaged</source>
        <translation>הקובץ פגום</translation>
    </message>
    <message>
        <source>{label:format}</source>
        <translation>{label:format}</translation>
    </message>
    <message>
        <source>zip archive</source>
        <translation>ארכיון ZIP</translation>
    </message>
    <message>
        <source>Office container of another program</source>
        <translation>מכל Office של תוכנית אחרת</translation>
    </message>
    <message>
        <source>Word 6 or 95 document that was saved fast</source>
        <translation>מסמך של Word 6 או 95 שנשמר בשמירה מהירה</translation>
    </message>
    <message>
        <source>a chain of sectors has no end</source>
        <translation>לשרשרת של סקטורים אין סוף</translation>
    </message>
    <message>
        <source>column {number:number}</source>
        <translation>עמודה {number:number}</translation>
    </message>
    <message>
        <source>exit status {status}</source>
        <translation>קוד יציאה {status}</translation>
    </message>
    <message>
        <source>signal {number}</source>
        <translation>אות {number}</translation>
    </message>
    <message>
        <source>{how}: {line}</source>
        <translation>{how}: {line}</translation>
    </message>
    <message>
        <source>a folder; nothing in it is searched</source>
        <translation>תיקייה; דבר בה אינו נכלל בחיפוש</translation>
    </message>
    <message>
        <source>a private key</source>
        <translation>מפתח פרטי</translation>
    </message>
    <message>
        <source>a store of keys</source>
        <translation>מאגר מפתחות</translation>
    </message>
    <message>
        <source>a store of passwords</source>
        <translation>מאגר סיסמאות</translation>
    </message>
    <message>
        <source>a list of passwords, as password managers export it</source>
        <translation>רשימת סיסמאות, כפי שמנהלי סיסמאות מייצאים</translation>
    </message>
    <message>
        <source>a browser&apos;s profile</source>
        <translation>פרופיל של דפדפן</translation>
    </message>
    <message>
        <source>the keys of a VPN</source>
        <translation>מפתחות של VPN</translation>
    </message>
    <message>
        <source>what a program signs in with</source>
        <translation>פרטי ההתחברות של תוכנה</translation>
    </message>
    <message>
        <source>only spaces and empty lines</source>
        <translation>רק רווחים ושורות ריקות</translation>
    </message>
    <message>
        <source>binary data</source>
        <translation>נתונים בינאריים</translation>
    </message>
    <message>
        <source>none of {count:number} pages can be read</source>
        <translation>אי אפשר לקרוא אף אחד מ־{count:number} העמודים</translation>
    </message>
    <message>
        <source>1 page, scanned or drawn</source>
        <translation>עמוד אחד, סרוק או מצויר</translation>
    </message>
    <message>
        <source>{count:number} pages, scanned or drawn</source>
        <translation>‏{count:number} עמודים, סרוקים או מצוירים</translation>
    </message>
    <message>
        <source>no page {number}</source>
        <translation>אין עמוד {number}</translation>
    </message>
    <message>
        <source>page {number}: {error}</source>
        <translation>עמוד {number}: {error}</translation>
    </message>
    <message>
        <source>a page without a size</source>
        <translation>עמוד ללא גודל</translation>
    </message>
    <message>
        <source>{count:number} pages, at most {limit:number} are read</source>
        <translation>‏{count:number} עמודים, נקראים לכל היותר {limit:number}</translation>
    </message>
    <message>
        <source>{count:number} chapters, at most {limit:number} are read</source>
        <translation>‏{count:number} פרקים, נקראים לכל היותר {limit:number}</translation>
    </message>
    <message>
        <source>{count:number} parts, at most {limit:number} are read</source>
        <translation>‏{count:number} חלקים, נקראים לכל היותר {limit:number}</translation>
    </message>
    <message>
        <source>more than {limit:number} files in it</source>
        <translation>יותר מ-{limit:number} קבצים בתוכו</translation>
    </message>
    <message>
        <source>more than {limit:number} files around it</source>
        <translation>יותר מ-{limit:number} קבצים סביבו</translation>
    </message>
    <message>
        <source>more than {limit:number} elements</source>
        <translation>יותר מ־{limit:number} רכיבים</translation>
    </message>
    <message>
        <source>the package cannot be opened: {error}</source>
        <translation>אי אפשר לפתוח את החבילה: {error}</translation>
    </message>
    <message>
        <source>the Office document cannot be opened: {error}</source>
        <translation>אי אפשר לפתוח את מסמך ה־Office: {error}</translation>
    </message>
    <message>
        <source>part {name} is missing</source>
        <translation>החלק {name} חסר</translation>
    </message>
    <message>
        <source>part {name}: {error}</source>
        <translation>החלק {name}: {error}</translation>
    </message>
    <message>
        <source>{name} is larger than {limit:size}</source>
        <translation>{name} גדול מ־{limit:size}</translation>
    </message>
    <message>
        <source>{name} unpacks to {size:size}</source>
        <translation>{name} נפרש ל־{size:size}</translation>
    </message>
    <message>
        <source>{size:size}, the limit is {limit:size}</source>
        <translation>{size:size}, הגבול הוא {limit:size}</translation>
    </message>
    <message>
        <source>the first {read:size} of {all:size}</source>
        <translation>{read:size} הראשונים מתוך {all:size}</translation>
    </message>
    <message>
        <source>only the beginning of 1 message</source>
        <translation>רק תחילתה של הודעה אחת</translation>
    </message>
    <message>
        <source>only the beginning of {count:number} messages</source>
        <translation>רק תחילתן של {count:number} הודעות</translation>
    </message>
    <message>
        <source>{size:size}, at most {limit:size}</source>
        <translation>‏{size:size}, לכל היותר {limit:size}</translation>
    </message>
    <message>
        <source>{size:size}</source>
        <translation>{size:size}</translation>
    </message>
    <message>
        <source>{size:size} as a picture</source>
        <translation>‏{size:size} כתמונה</translation>
    </message>
    <message>
        <source>{seconds} s of computing</source>
        <translation>‏{seconds} שניות של חישוב</translation>
    </message>
    <message>
        <source>{seconds} s of computing on one page</source>
        <translation>‏{seconds} שניות של חישוב על עמוד אחד</translation>
    </message>
    <message>
        <source>{seconds} s of waiting</source>
        <translation>‏{seconds} שניות של המתנה</translation>
    </message>
    <message>
        <source>{seconds} s without a sign of life</source>
        <translation>‏{seconds} שניות בלי סימן חיים</translation>
    </message>
    <message>
        <source>more than {limit:number} bytes of text and places</source>
        <translation>יותר מ־{limit:number} בייטים של טקסט ומיקומים</translation>
    </message>
    <message>
        <source>a flood of signs of life</source>
        <translation>הצפה של סימני חיים</translation>
    </message>
    <message>
        <source>the e-book&apos;s text is encrypted</source>
        <translation>הטקסט של הספר האלקטרוני מוצפן</translation>
    </message>
    <message>
        <source>the text is protected by rights management</source>
        <translation>הטקסט מוגן בניהול זכויות</translation>
    </message>
    <message>
        <source>the e-book has no table of its parts</source>
        <translation>בספר האלקטרוני אין רשימה של חלקיו</translation>
    </message>
    <message>
        <source>there are no cells in it</source>
        <translation>אין בו תאים</translation>
    </message>
    <message>
        <source>no {part}</source>
        <translation>אין {part}</translation>
    </message>
    <message>
        <source>There is no model named {model}.</source>
        <translation>אין מודל בשם {model}.</translation>
    </message>
    <message>
        <source>No model is named {model}.</source>
        <translation>אף מודל אינו נקרא {model}.</translation>
    </message>
    <message>
        <source>The model {model} is not installed.</source>
        <translation>המודל {model} אינו מותקן.</translation>
    </message>
    <message>
        <source>The model {model} reranks and makes no vectors.</source>
        <translation>המודל {model} קורא שוב תוצאות ואינו יוצר וקטורים.</translation>
    </message>
    <message>
        <source>The model {model} does not rerank.</source>
        <translation>המודל {model} אינו קורא שוב תוצאות.</translation>
    </message>
    <message>
        <source>No reranking model is installed.</source>
        <translation>לא מותקן מודל שקורא שוב.</translation>
    </message>
    <message>
        <source>The model {model} ships with Findling and stays.</source>
        <translation>המודל {model} מגיע עם Findling ונשאר.</translation>
    </message>
    <message>
        <source>The model {model} ships with Findling; there is nothing to install.</source>
        <translation>המודל {model} מגיע עם Findling; אין מה להתקין.</translation>
    </message>
    <message>
        <source>The model {model} cannot be deleted: {reason}.</source>
        <translation>אי אפשר למחוק את המודל {model}: {reason}.</translation>
    </message>
    <message>
        <source>{model} is the name of a published model.</source>
        <translation>‏{model} הוא שמו של מודל שפורסם.</translation>
    </message>
    <message>
        <source>A model cannot be named {model}.</source>
        <translation>מודל אינו יכול להיקרא {model}.</translation>
    </message>
    <message>
        <source>Everything about {model} is known.</source>
        <translation>הכול ידוע על {model}.</translation>
    </message>
    <message>
        <source>The model {model} is in use.</source>
        <translation>המודל {model} בשימוש.</translation>
    </message>
    <message>
        <source>The model {model} is on its way to take over from {answering}.</source>
        <translation>המודל {model} בדרך להחליף את {answering}.</translation>
    </message>
    <message>
        <source>The index of {model} still answers, until that of {wanted} is complete.</source>
        <translation>האינדקס של {model} עדיין עונה, עד שזה של {wanted} יושלם.</translation>
    </message>
    <message>
        <source>Only words are searched, not the meaning. {reason}</source>
        <translation>החיפוש הוא לפי מילים בלבד, לא לפי משמעות. {reason}</translation>
    </message>
    <message>
        <source>Only words are searched, not the meaning: the files of {model} are gone.</source>
        <translation>החיפוש הוא לפי מילים בלבד, לא לפי משמעות: הקבצים של {model} אינם עוד.</translation>
    </message>
    <message>
        <source>The change to {model} has stopped: the files of that model are gone.</source>
        <translation>המעבר אל {model} נעצר: הקבצים של המודל הזה אינם עוד.</translation>
    </message>
    <message>
        <source>The list of models {file} cannot be read: {reason}.</source>
        <translation>אי אפשר לקרוא את רשימת המודלים {file}: {reason}.</translation>
    </message>
    <message>
        <source>Another process is installing {model}.</source>
        <translation>תהליך אחר מתקין כעת את {model}.</translation>
    </message>
    <message>
        <source>The installation was stopped.</source>
        <translation>ההתקנה נעצרה.</translation>
    </message>
    <message>
        <source>The disk is full: {model} could not be installed.</source>
        <translation>הכונן מלא: לא היה אפשר להתקין את {model}.</translation>
    </message>
    <message>
        <source>The disk of {folder} has {free:size} free; the model needs {needed:size}.</source>
        <translation>בכונן של {folder} פנויים {free:size}; המודל צריך {needed:size}.</translation>
    </message>
    <message>
        <source>The model {model} cannot be installed: {reason}.</source>
        <translation>אי אפשר להתקין את המודל {model}: {reason}.</translation>
    </message>
    <message>
        <source>The model {model} is not as it should be: {names:list}.</source>
        <translation>המודל {model} אינו כפי שצריך להיות: {names:list}.</translation>
    </message>
    <message>
        <source>The environment variable HF_ENDPOINT names no address of a model server: {address}.</source>
        <translation>התוכן של ‎$HF_ENDPOINT אינו כתובת של מאגר: {address}.</translation>
    </message>
    <message>
        <source>The model server {address} has {file} of {model} with {size:number} bytes, not {expected:number}.</source>
        <translation>במאגר {address}, הקובץ {file} של {model} בגודל {size:number} בתים, ולא {expected:number}.</translation>
    </message>
    <message>
        <source>The model server {address} gives more of {file} than there is.</source>
        <translation>המאגר {address} נותן מן הקובץ {file} יותר ממה שיש בו.</translation>
    </message>
    <message>
        <source>The model server {address} does not give the file {file} of {model} (answer {status}).</source>
        <translation>המאגר {address} אינו נותן את הקובץ {file} של {model} (תשובה {status}).</translation>
    </message>
    <message>
        <source>The model server {address} fails (answer {status}).</source>
        <translation>תקלה במאגר {address} (תשובה {status}).</translation>
    </message>
    <message>
        <source>The environment variable HF_HUB_OFFLINE forbids fetching models.</source>
        <translation>המשתנה ‎$HF_HUB_OFFLINE אוסר פנייה למאגר.</translation>
    </message>
    <message>
        <source>The model server {address} cannot be reached: {reason}.</source>
        <translation>אי אפשר להגיע אל המאגר {address}: {reason}.</translation>
    </message>
    <message>
        <source>The model server {address} cannot be reached through the proxy {proxy}: {reason}.</source>
        <translation>אי אפשר להגיע אל המאגר {address} דרך הפרוקסי {proxy}: {reason}.</translation>
    </message>
    <message>
        <source>{folder} is no folder.</source>
        <translation>‏{folder} אינה תיקייה.</translation>
    </message>
    <message>
        <source>The folder {folder} holds an archive, {file}.</source>
        <translation>בתיקייה {folder} יש ארכיון, {file}.</translation>
    </message>
    <message>
        <source>The folder {folder} has no .onnx file and no model.safetensors.</source>
        <translation>בתיקייה {folder} אין קובץ ‎.onnx ואין model.safetensors.</translation>
    </message>
    <message>
        <source>The folder {folder} has no tokenizer.json.</source>
        <translation>בתיקייה {folder} אין tokenizer.json.</translation>
    </message>
    <message>
        <source>The folder {folder} has no file {file}.</source>
        <translation>בתיקייה {folder} אין קובץ {file}.</translation>
    </message>
    <message>
        <source>The folder {folder} has several graphs: {names:list}.</source>
        <translation>בתיקייה {folder} יש כמה גרפים: {names:list}.</translation>
    </message>
    <message>
        <source>The file {file} does not have the form that such a file has in a model.</source>
        <translation>לקובץ {file} אין המבנה שיש לקובץ כזה במודל.</translation>
    </message>
    <message>
        <source>The model in {folder} has a part that Findling does not compute: {parts:list}.</source>
        <translation>במודל שב־{folder} יש חלק ש־Findling אינו מחשב: {parts:list}.</translation>
    </message>
    <message>
        <source>The model in {folder} pools by {ways:list}.</source>
        <translation>המודל שב־{folder} ממצע לפי {ways:list}.</translation>
    </message>
    <message>
        <source>The model in {folder} pools by nothing.</source>
        <translation>המודל שב־{folder} אינו ממצע.</translation>
    </message>
    <message>
        <source>The files of {model} do not say everything about it.</source>
        <translation>הקבצים של {model} אינם אומרים עליו הכול.</translation>
    </message>
    <message>
        <source>{code} is no code of a language.</source>
        <translation>‏{code} אינו קוד של שפה.</translation>
    </message>
    <message>
        <source>The folder {folder} has its weights as {file} only. That is a format (pickle) that runs programs while it is read, and Findling does not read it.</source>
        <translation>בתיקייה {folder} המשקלות הן רק בקובץ {file}. זו תבנית (pickle) שמריצה תוכניות בזמן הקריאה, ו־Findling אינו קורא אותה.</translation>
    </message>
    <message>
        <source>The weights in {folder} are in several files, which {file} lists.</source>
        <translation>המשקלות ב־{folder} מחולקות לכמה קבצים, שמנויים ב־{file}.</translation>
    </message>
    <message>
        <source>The weights {file} are damaged: {reason}.</source>
        <translation>קובץ המשקלות {file} פגום: {reason}.</translation>
    </message>
    <message>
        <source>The weights {file} lack {count:number} of those that config.json asks for: {names:list}.</source>
        <translation>במשקלות {file} חסרות {count:number} מאלה ש־config.json דורש: {names:list}.</translation>
    </message>
    <message>
        <source>The weights {file} take {size:size} in full precision; a graph in one file ends at 2 GB.</source>
        <translation>המשקלות {file} תופסות {size:size} בדיוק מלא; גרף בקובץ אחד נגמר ב־2 ג״ב.</translation>
    </message>
    <message>
        <source>its list of tensors cannot be read</source>
        <translation>אי אפשר לקרוא את רשימת הטנזורים שלו</translation>
    </message>
    <message>
        <source>the tensor {tensor} does not lie where the list says</source>
        <translation>הטנזור {tensor} אינו במקום שהרשימה אומרת</translation>
    </message>
    <message>
        <source>the tensor {tensor} holds what is no number</source>
        <translation>בטנזור {tensor} יש ערך שאינו מספר</translation>
    </message>
    <message>
        <source>it holds more than the tensors that it lists</source>
        <translation>יש בו יותר מהטנזורים שהוא מונה</translation>
    </message>
    <message>
        <source>The weights {file} have {tensor} as {kind}.</source>
        <translation>במשקלות {file} ‏{tensor} שמור בתור {kind}.</translation>
    </message>
    <message>
        <source>The weights {file} have {tensor} in the shape {shape}; config.json asks for {expected}.</source>
        <translation>במשקלות {file} הצורה של {tensor} היא {shape}; ‏config.json דורש {expected}.</translation>
    </message>
    <message>
        <source>The model in {folder} is built in a way for which Findling makes no graph: {kind}.</source>
        <translation>המודל ב־{folder} בנוי באופן שעבורו Findling אינו בונה גרף: {kind}.</translation>
    </message>
    <message>
        <source>The model in {folder} has {setting} {value}, for which Findling makes no graph.</source>
        <translation>במודל שב־{folder} יש {setting} {value}, ועבור זה Findling אינו בונה גרף.</translation>
    </message>
    <message>
        <source>The model in {folder} is computed by a program of its maker&apos;s own, which Findling does not run.</source>
        <translation>את המודל שב־{folder} מחשבת תוכנית של יוצרו, ש־Findling אינו מריץ.</translation>
    </message>
    <message>
        <source>The model {model} has positions for {tokens:number} tokens, not for {asked:number}.</source>
        <translation>במודל {model} יש מקום ל־{tokens:number} אסימונים, לא ל־{asked:number}.</translation>
    </message>
    <message>
        <source>The config.json in {folder} gives no sensible value for {names:list}.</source>
        <translation>הקובץ config.json שב־{folder} אינו נותן ערך סביר עבור {names:list}.</translation>
    </message>
    <message>
        <source>The model {model} refers to other files.</source>
        <translation>המודל {model} מפנה לקבצים אחרים.</translation>
    </message>
    <message>
        <source>The model {model} wants operators that are not part of ONNX Runtime: {names:list}.</source>
        <translation>המודל {model} דורש אופרטורים שאינם חלק מ־ONNX Runtime: {names:list}.</translation>
    </message>
    <message>
        <source>A model has no file such as {file}.</source>
        <translation>לקובץ כמו {file} אין מקום במודל.</translation>
    </message>
    <message>
        <source>The file {file} of {model} has {size:number} bytes, not {expected:number}.</source>
        <translation>הקובץ {file} של {model} בגודל {size:number} בתים, ולא {expected:number}.</translation>
    </message>
    <message>
        <source>The file {file} of {model} is damaged: it is not the one that was published.</source>
        <translation>הקובץ {file} של {model} פגום: הוא אינו הקובץ שפורסם.</translation>
    </message>
    <message>
        <source>The file {file} of {model} is damaged: it is not the one that its source announced.</source>
        <translation>הקובץ {file} של {model} פגום: הוא אינו הקובץ שמקורו הודיע עליו.</translation>
    </message>
    <message>
        <source>The file {file} of the model {model} cannot be read: {reason}.</source>
        <translation>אי אפשר לקרוא את הקובץ {file} של המודל {model}: {reason}.</translation>
    </message>
    <message>
        <source>The file {file} of the model {model} is damaged.</source>
        <translation>הקובץ {file} של המודל {model} פגום.</translation>
    </message>
    <message>
        <source>The model {model} cannot be read: {reason}.</source>
        <translation>אי אפשר לקרוא את המודל {model}: {reason}.</translation>
    </message>
    <message>
        <source>The model {model} cannot be loaded: {reason}.</source>
        <translation>אי אפשר לטעון את המודל {model}: {reason}.</translation>
    </message>
    <message>
        <source>The tokenizer {file} of the model {model} cannot be loaded: {reason}.</source>
        <translation>אי אפשר לטעון את הטוקנייזר {file} של המודל {model}: {reason}.</translation>
    </message>
    <message>
        <source>The model {model} does not load within {seconds} seconds.</source>
        <translation>המודל {model} אינו נטען בתוך {seconds} שניות.</translation>
    </message>
    <message>
        <source>The model {model} brings ONNX Runtime down while it loads.</source>
        <translation>המודל {model} מפיל את ONNX Runtime בזמן הטעינה.</translation>
    </message>
    <message>
        <source>The model {model} does not score as a cross-encoder does.</source>
        <translation>המודל {model} אינו נותן ציונים כמו cross-encoder.</translation>
    </message>
    <message>
        <source>The model {model} gives {shape} first, not a vector for each token of each text.</source>
        <translation>המודל {model} נותן תחילה {shape}, ולא וקטור לכל טוקן של כל טקסט.</translation>
    </message>
    <message>
        <source>not an ONNX file</source>
        <translation>אינו קובץ ONNX</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation>הוא נגמר מוקדם מדי</translation>
    </message>
    <message>
        <source>The build was stopped.</source>
        <translation>בניית הגרסה נעצרה.</translation>
    </message>
    <message>
        <source>The build {model} cannot be written: {reason}.</source>
        <translation>אי אפשר לכתוב את הגרסה {model}: {reason}.</translation>
    </message>
    <message>
        <source>There is no room for a build of {model}.</source>
        <translation>אין מקום לגרסה של {model}.</translation>
    </message>
    <message>
        <source>No build can be made of {model}: {reason}.</source>
        <translation>אי אפשר לבנות גרסה של {model}: {reason}.</translation>
    </message>
    <message>
        <source>it computes with 8-bit integers already, and a build is made from full precision</source>
        <translation>הוא כבר מחשב במספרים שלמים של 8 סיביות, וגרסה נבנית מדיוק מלא</translation>
    </message>
    <message>
        <source>it has no weights of 32 bits, so it is such a build already or of a kind of its own</source>
        <translation>אין בו משקלים של 32 סיביות, ולכן הוא כבר גרסה כזאת או מסוג משלו</translation>
    </message>
    <message>
        <source>The build does not agree with {model} closely enough, and was not kept: a cosine of {cosine} and {overlap:percent} of the nearest are the least.</source>
        <translation>הגרסה אינה תואמת את {model} במידה מספקת, ולא נשמרה: נדרשים לפחות קוסינוס של {cosine} ו־{overlap:percent} מן הקרובים ביותר.</translation>
    </message>
    <message>
        <source>processor</source>
        <translation>מעבד</translation>
    </message>
    <message>
        <source>NVIDIA graphics card</source>
        <translation>כרטיס מסך של NVIDIA</translation>
    </message>
    <message>
        <source>graphics card by DirectML</source>
        <translation>כרטיס מסך דרך DirectML</translation>
    </message>
    <message>
        <source>Apple&apos;s neural engine</source>
        <translation>המנוע העצבי של Apple</translation>
    </message>
    <message>
        <source>OpenVINO</source>
        <translation>OpenVINO</translation>
    </message>
    <message>
        <source>graphics card by WebGPU</source>
        <translation>כרטיס מסך דרך WebGPU</translation>
    </message>
    <message>
        <source>NVIDIA graphics card by TensorRT</source>
        <translation>כרטיס מסך של NVIDIA דרך TensorRT</translation>
    </message>
    <message>
        <source>{device} ({name})</source>
        <translation>{device} ‏({name})</translation>
    </message>
    <message>
        <source>there is no such device, no driver, or it does not take this model</source>
        <translation>אין התקן כזה, אין מנהל התקן, או שהוא אינו מקבל את המודל הזה</translation>
    </message>
    <message>
        <source>its vectors are {far:number.4} off</source>
        <translation>הווקטורים שלו סוטים ב־{far:number.4}</translation>
    </message>
    <message>
        <source>it gave a vector that is zero or not finite</source>
        <translation>הוא נתן וקטור שהוא אפס או אינו סופי</translation>
    </message>
    <message>
        <source>it ended the process</source>
        <translation>הוא הפיל את התהליך</translation>
    </message>
    <message>
        <source>There is no {name} on this computer; the processor stands in for it.</source>
        <translation>אין {name} במחשב הזה; המעבד מחליף אותו.</translation>
    </message>
    <message>
        <source>The {device} failed; the processor goes on in its place, and nothing is lost.</source>
        <translation>{device} נכשל; המעבד ממשיך במקומו, ודבר לא אבד.</translation>
    </message>
    <message>
        <source>It is part of Findling and understands English, and is fast on every computer.</source>
        <translation>הוא חלק מ־Findling, מבין אנגלית ומהיר בכל מחשב.</translation>
    </message>
    <message>
        <source>It is part of Findling. For all of these files a larger one would take more than a night here.</source>
        <translation>הוא חלק מ־Findling. מודל גדול יותר היה צריך כאן יותר מלילה לכל הקבצים האלה.</translation>
    </message>
    <message>
        <source>In published tests it finds the right English document more often than the one that is part of Findling.</source>
        <translation>במבחנים שפורסמו הוא מוצא את המסמך הנכון באנגלית לעתים קרובות יותר מהמודל שהוא חלק מ־Findling.</translation>
    </message>
    <message>
        <source>It understands more languages: about {share:percent} of these documents are in {languages:languages}.</source>
        <translation>הוא מבין שפות נוספות: בערך {share:percent} מהמסמכים האלה כתובים ב{languages:languages}.</translation>
    </message>
    <message>
        <source>all {count:number} files are those that were published</source>
        <translation>כל {count:number} הקבצים הם אלה שפורסמו</translation>
    </message>
    <message>
        <source>all {count:number} files are as they were made here, of {model}</source>
        <translation>כל {count:number} הקבצים הם כפי שנוצרו כאן מ־{model}</translation>
    </message>
    <message>
        <source>nothing published was there to compare the {count:number} files with: what is checked is that they load and compute</source>
        <translation>לא היה דבר שפורסם להשוות אליו את {count:number} הקבצים: נבדק שהם נטענים ומחשבים</translation>
    </message>
    <message>
        <source>nothing published was there to compare the {count:number} files with: what is checked is that they load and compute; {detail}</source>
        <translation>לא היה דבר שפורסם להשוות אליו את {count:number} הקבצים: נבדק שהם נטענים ומחשבים; {detail}</translation>
    </message>
    <message>
        <source>{count:number} files are whole</source>
        <translation>{count:number} קבצים שלמים</translation>
    </message>
    <message>
        <source>its graph is that of {model}, bit by bit</source>
        <translation>הגרף שלו הוא זה של {model}, סיבית אחר סיבית</translation>
    </message>
    <message>
        <source>its graph is as large as that of {model} and differs from it: it is another model, or a damaged copy</source>
        <translation>הגרף שלו גדול כמו זה של {model} ושונה ממנו: זה מודל אחר, או עותק פגום</translation>
    </message>
    <message>
        <source>computes no vectors: {reason}</source>
        <translation>אינו מחשב וקטורים: {reason}</translation>
    </message>
    <message>
        <source>vectors do not have the {number:number} numbers that they should have</source>
        <translation>אין בווקטורים {number:number} מספרים כפי שצריך</translation>
    </message>
    <message>
        <source>loads; the {device} computes it</source>
        <translation>נטען; מה שמחשב: {device}</translation>
    </message>
    <message>
        <source>{number:number} numbers a vector</source>
        <translation>‏{number:number} מספרים בכל וקטור</translation>
    </message>
    <message>
        <source>vectors have length {length:number.4}</source>
        <translation>אורך הווקטורים {length:number.4}</translation>
    </message>
    <message>
        <source>no vector of this model was published to compare with</source>
        <translation>לא פורסם וקטור של המודל הזה להשוואה</translation>
    </message>
    <message>
        <source>the first values for &quot;{text}&quot; are {off:number.5} off, {allowed} allowed</source>
        <translation>הערכים הראשונים של ”{text}” סוטים ב־{off:number.5}, מותר {allowed}</translation>
    </message>
    <message>
        <source>the first values for &quot;{text}&quot; are {off:number.5} off, {allowed} allowed: the tokenizer or the precision differs from what was published</source>
        <translation>הערכים הראשונים של ”{text}” סוטים ב־{off:number.5}, מותר {allowed}: הטוקנייזר או הדיוק שונים ממה שפורסם</translation>
    </message>
    <message>
        <source>queries get &quot;{prefix}&quot;, which moves a vector by up to {far:number.3}</source>
        <translation>שאילתות מקבלות ”{prefix}”, מה שמזיז וקטור בעד {far:number.3}</translation>
    </message>
    <message>
        <source>queries get no prefix</source>
        <translation>שאילתות אינן מקבלות קידומת</translation>
    </message>
    <message>
        <source>{tokens:number} tokens a second on one core, {milliseconds:number} ms a query</source>
        <translation>‏{tokens:number} טוקנים בשנייה בליבה אחת, {milliseconds:number} אלפיות שנייה לשאילתה</translation>
    </message>
    <message>
        <source>{seconds:number.1} seconds for the {number:number} best passages of a search</source>
        <translation>‏{seconds:number.1} שניות ל־{number:number} הקטעים הטובים ביותר של חיפוש</translation>
    </message>
    <message>
        <source>what answers a question is put before what does not</source>
        <translation>מה שעונה על שאלה מוקדם למה שאינו עונה</translation>
    </message>
    <message>
        <source>not so: {what}</source>
        <translation>לא כך: {what}</translation>
    </message>
    <message>
        <source>It may not be used to earn money: {name} allows non-commercial use only.</source>
        <translation>אסור להשתמש בו כדי להרוויח כסף: {name} מתיר שימוש לא מסחרי בלבד.</translation>
    </message>
    <message>
        <source>{name} is a licence of its maker&apos;s own, which says what the model may be used for.</source>
        <translation>{name} הוא רישיון של יוצר המודל, שקובע למה מותר להשתמש בו.</translation>
    </message>
    <message>
        <source>Its model card names the licence {stated}, but the text beside it is that of {name}.</source>
        <translation>כרטיס המודל נוקב ברישיון {stated}, אבל הטקסט שלצידו הוא של {name}.</translation>
    </message>
    <message>
        <source>Its model card names the licence {stated}; the text of it is not there.</source>
        <translation>כרטיס המודל נוקב ברישיון {stated}; הטקסט שלו אינו מצורף.</translation>
    </message>
    <message>
        <source>Its model card names the licence {stated}; the text beside it is none that Findling knows.</source>
        <translation>כרטיס המודל נוקב ברישיון {stated}; את הטקסט שלצידו Findling אינו מכיר.</translation>
    </message>
    <message>
        <source>The text of its licence is none that Findling knows.</source>
        <translation>את הטקסט של רישיונו Findling אינו מכיר.</translation>
    </message>
    <message>
        <source>Several licences lie beside it. Whether one of them holds, or all, only its maker says.</source>
        <translation>לצידו יש כמה רישיונות. אם אחד מהם תקף או כולם, רק יוצרו אומר.</translation>
    </message>
    <message>
        <source>It is not known under which licence it is.</source>
        <translation>לא ידוע תחת איזה רישיון הוא.</translation>
    </message>
    <message>
        <source>It was made for English.</source>
        <translation>הוא נבנה לאנגלית.</translation>
    </message>
    <message>
        <source>It reads at most {tokens:number} tokens at once. Findling cuts longer texts into passages.</source>
        <translation>הוא קורא לכל היותר {tokens:number} אסימונים בבת אחת. Findling מחלק טקסטים ארוכים יותר לקטעים.</translation>
    </message>
    <message>
        <source>It can read {tokens:number} tokens at once; Findling gives it {given:number}.</source>
        <translation>הוא יכול לקרוא {tokens:number} אסימונים בבת אחת; Findling נותן לו {given:number}.</translation>
    </message>
    <message>
        <source>It was trained on at most {tokens:number} tokens at once, for sentences and short paragraphs.</source>
        <translation>הוא אומן על {tokens:number} אסימונים לכל היותר בבת אחת, למשפטים ולפסקאות קצרות.</translation>
    </message>
    <message>
        <source>Its similarities lie between {least:number.1} and 1 for texts that have nothing in common, too: what tells something is their order.</source>
        <translation>מידות הדמיון שלו הן בין {least:number.1} ל־1 גם לטקסטים שאין ביניהם דבר: רק הסדר שלהן אומר משהו.</translation>
    </message>
    <message>
        <source>Questions have to begin with certain words, or it finds less. Findling puts them there.</source>
        <translation>שאלות צריכות להתחיל במילים מסוימות, אחרת הוא מוצא פחות. Findling מוסיף אותן.</translation>
    </message>
    <message>
        <source>Questions that begin with certain words find slightly more. Findling puts them there.</source>
        <translation>שאלות שמתחילות במילים מסוימות מוצאות מעט יותר. Findling מוסיף אותן.</translation>
    </message>
    <message>
        <source>It is weaker in languages of which there is little text.</source>
        <translation>הוא חלש יותר בשפות שיש בהן מעט טקסט.</translation>
    </message>
    <message>
        <source>It was trained on questions to a web search and on passages that answer them (MS MARCO).</source>
        <translation>הוא אומן על שאלות למנוע חיפוש ברשת ועל קטעים שעונים עליהן (MS MARCO).</translation>
    </message>
    <message>
        <source>{address} is no address of a server.</source>
        <translation>‏{address} אינה כתובת של שרת.</translation>
    </message>
    <message>
        <source>{address} is no address of a server: {reason}.</source>
        <translation>‏{address} אינה כתובת של שרת: {reason}.</translation>
    </message>
    <message>
        <source>The address of a server holds no name, password or question.</source>
        <translation>בכתובת של שרת אין שם, סיסמה או שאילתה.</translation>
    </message>
    <message>
        <source>Whatever is sent to {host} by http can be read on the way.</source>
        <translation>כל מה שנשלח אל {host} ב־http ניתן לקריאה בדרך.</translation>
    </message>
    <message>
        <source>No server is used.</source>
        <translation>אין שרת בשימוש.</translation>
    </message>
    <message>
        <source>Nothing can be sent to the server that the settings name. {reason}</source>
        <translation>אי אפשר לשלוח דבר אל השרת שההגדרות נוקבות בו. {reason}</translation>
    </message>
    <message>
        <source>The server {server} does not say what it serves.</source>
        <translation>השרת {server} אינו אומר מה הוא מגיש.</translation>
    </message>
    <message>
        <source>The server {server} serves no model named {model}.</source>
        <translation>השרת {server} אינו מגיש מודל בשם {model}.</translation>
    </message>
    <message>
        <source>The server {server} ({title}) gives {what}.</source>
        <translation>מהשרת {server} ({title}) מגיע: {what}.</translation>
    </message>
    <message>
        <source>no room for texts of {number:number} tokens, only for {room:number}</source>
        <translation>אין מקום לטקסטים של {number:number} טוקנים, רק ל־{room:number}</translation>
    </message>
    <message>
        <source>no vector of a text of {number:number} tokens</source>
        <translation>אין וקטור לטקסט של {number:number} טוקנים</translation>
    </message>
    <message>
        <source>vectors of {theirs} dimensions, not of {ours}</source>
        <translation>וקטורים של {theirs} ממדים, לא של {ours}</translation>
    </message>
    <message>
        <source>other vectors: likeness {likeness:number.4}, {needed} is needed</source>
        <translation>וקטורים אחרים: דמיון {likeness:number.4}, נדרש {needed}</translation>
    </message>
    <message>
        <source>The server {server} gives vectors {what}. It seems to serve another model; nothing of that was taken in.</source>
        <translation>השרת {server} נותן וקטורים {what}. נראה שהוא מגיש מודל אחר; דבר מכך לא נקלט.</translation>
    </message>
    <message>
        <source>of {theirs} dimensions now, not of {ours}</source>
        <translation>כעת של {theirs} ממדים, לא של {ours}</translation>
    </message>
    <message>
        <source>other than before: likeness {likeness:number.4}, {needed} is needed</source>
        <translation>אחרים מבעבר: דמיון {likeness:number.4}, נדרש {needed}</translation>
    </message>
    <message>
        <source>The server {server} answers with something that is no vector.</source>
        <translation>השרת {server} עונה במשהו שאינו וקטור.</translation>
    </message>
    <message>
        <source>The server {server} answers {count:number} texts with vectors of the shape {shape}.</source>
        <translation>השרת {server} עונה על {count:number} טקסטים בווקטורים בצורה {shape}.</translation>
    </message>
    <message>
        <source>The server {server} answers with vectors that are not numbers, or zero.</source>
        <translation>השרת {server} עונה בווקטורים שאינם מספרים, או שהם אפס.</translation>
    </message>
    <message>
        <source>The server {server} answers with something that is no order of {count:number} texts.</source>
        <translation>השרת {server} עונה במשהו שאינו סדר של {count:number} טקסטים.</translation>
    </message>
    <message>
        <source>The server {server} answers with something that is no JSON.</source>
        <translation>השרת {server} עונה במשהו שאינו JSON.</translation>
    </message>
    <message>
        <source>The server {server} answers with more than {number:number} bytes.</source>
        <translation>השרת {server} עונה ביותר מ־{number:number} בתים.</translation>
    </message>
    <message>
        <source>The server {server} takes longer than {seconds:number} s to answer.</source>
        <translation>לשרת {server} נדרשות יותר מ־{seconds:number} שניות לענות.</translation>
    </message>
    <message>
        <source>The server {server} does not answer in time.</source>
        <translation>השרת {server} אינו עונה בזמן.</translation>
    </message>
    <message>
        <source>The server {server} has a certificate that this computer does not trust.</source>
        <translation>לשרת {server} יש אישור שהמחשב הזה אינו סומך עליו.</translation>
    </message>
    <message>
        <source>The server {server} cannot be reached: {reason}.</source>
        <translation>אי אפשר להגיע אל השרת {server}: {reason}.</translation>
    </message>
    <message>
        <source>The server {server} does not speak HTTP as it should ({error}).</source>
        <translation>השרת {server} אינו מדבר HTTP כראוי ({error}).</translation>
    </message>
    <message>
        <source>The server {server} does not take the key that is stored for it.</source>
        <translation>השרת {server} אינו מקבל את המפתח ששמור עבורו.</translation>
    </message>
    <message>
        <source>The server {server} wants a key.</source>
        <translation>השרת {server} דורש מפתח.</translation>
    </message>
    <message>
        <source>The server {server} wants less in one call.</source>
        <translation>השרת {server} רוצה פחות בכל פנייה.</translation>
    </message>
    <message>
        <source>The server {server} wants less in one call: {answer}.</source>
        <translation>השרת {server} רוצה פחות בכל פנייה: {answer}.</translation>
    </message>
    <message>
        <source>The server {server} wants less in one call, even for a single text.</source>
        <translation>השרת {server} רוצה פחות בכל פנייה, אפילו לטקסט יחיד.</translation>
    </message>
    <message>
        <source>The server {server} wants less in one call: {answer}, even for a single text.</source>
        <translation>השרת {server} רוצה פחות בכל פנייה: {answer}, אפילו לטקסט יחיד.</translation>
    </message>
    <message>
        <source>The server {server} is overloaded or out of order ({answer}).</source>
        <translation>השרת {server} עמוס או תקול ({answer}).</translation>
    </message>
    <message>
        <source>The server {server} refuses ({answer}).</source>
        <translation>השרת {server} מסרב ({answer}).</translation>
    </message>
    <message>
        <source>The keyring of this system refuses ({error}).</source>
        <translation>צרור המפתחות של המערכת מסרב ({error}).</translation>
    </message>
    <message>
        <source>There is no key in {file}, but something that is no text.</source>
        <translation>אין בקובץ {file} מפתח, אלא משהו שאינו טקסט.</translation>
    </message>
    <message>
        <source>There is no key in {file}.</source>
        <translation>אין מפתח בקובץ {file}.</translation>
    </message>
    <message>
        <source>{file} has to hold one key of at least {count} letters and figures.</source>
        <translation>בקובץ {file} צריך להיות מפתח אחד של {count} אותיות וספרות לפחות.</translation>
    </message>
    <message>
        <source>there is no connection, or no machine of that name</source>
        <translation>אין חיבור, או שאין מחשב בשם הזה</translation>
    </message>
    <message>
        <source>nothing answers there</source>
        <translation>שום דבר אינו עונה שם</translation>
    </message>
    <message>
        <source>this computer does not trust its certificate</source>
        <translation>המחשב הזה אינו סומך על האישור שלו</translation>
    </message>
    <message>
        <source>the connection breaks off</source>
        <translation>החיבור נקטע</translation>
    </message>
    <message>
        <source>it does not answer in time</source>
        <translation>אין תשובה בזמן</translation>
    </message>
    <message>
        <source>At {host} other computers could ask, and there is no key.</source>
        <translation>מחשבים אחרים יכולים לפנות אל {host}, ואין מפתח.</translation>
    </message>
    <message>
        <source>{certificate} and {key} cannot be used for https: {reason}.</source>
        <translation>אי אפשר להשתמש ב־{certificate} וב־{key} עבור https: {reason}.</translation>
    </message>
    <message>
        <source>This computer does not go by {host}: {reason}.</source>
        <translation>המחשב הזה אינו נקרא {host}: {reason}.</translation>
    </message>
    <message>
        <source>Port {port} of {host} cannot be used: {reason}.</source>
        <translation>אי אפשר להשתמש בפתחה {port} של {host}: {reason}.</translation>
    </message>
    <message>
        <source>{folder} is not in the library, and so nothing of it can be shared.</source>
        <translation>‏{folder} אינה בספרייה, ולכן אי אפשר לשתף ממנה דבר.</translation>
    </message>
    <message>
        <source>The name of {folder} is no text, and cannot be written into the settings.</source>
        <translation>השם של {folder} אינו טקסט, ואי אפשר לכתוב אותו בהגדרות.</translation>
    </message>
    <message>
        <source>Findling knows no assistant called {name}.</source>
        <translation>‏Findling אינה מכירה עוזר בשם {name}.</translation>
    </message>
    <message>
        <source>None of the assistants that Findling knows was found on this computer.</source>
        <translation>לא נמצא במחשב הזה אף עוזר ש־Findling מכירה.</translation>
    </message>
    <message>
        <source>It knows these: {names:list}.</source>
        <translation>היא מכירה את אלה: {names:list}.</translation>
    </message>
    <message>
        <source>The settings of {assistant}, {file}, are not understood, and are left as they are.</source>
        <translation>ההגדרות של {assistant}, {file}, אינן מובנות, והן נשארות כפי שהן.</translation>
    </message>
    <message>
        <source>The settings of {assistant}, {file}, cannot be written: {reason}.</source>
        <translation>אי אפשר לכתוב את ההגדרות של {assistant}, {file}: {reason}.</translation>
    </message>
    <message>
        <source>Add this by hand: {entry}</source>
        <translation>להוסיף ידנית: {entry}</translation>
    </message>
    <message>
        <source>The link {link} asks for something that Findling does not do.</source>
        <translation>הקישור {link} מבקש משהו ש‑Findling אינו עושה.</translation>
    </message>
    <message>
        <source>The link {link} is not understood.</source>
        <translation>הקישור {link} אינו מובן.</translation>
    </message>
    <message>
        <source>There is no session bus to answer on: {reason}.</source>
        <translation>אין אפיק הפעלה (session bus) לענות דרכו: {reason}.</translation>
    </message>
    <message>
        <source>Only desktops on Linux search by D-Bus.</source>
        <translation>רק שולחנות עבודה של לינוקס מחפשים דרך D-Bus.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>הצגה בתיקייה</translation>
    </message>
    <message>
        <source>Nothing is shared with other programs.</source>
        <translation>שום דבר אינו משותף עם תוכניות אחרות.</translation>
    </message>
    <message>
        <source>{file} is not among the shared files.</source>
        <translation>‏{file} אינו בין הקבצים המשותפים.</translation>
    </message>
    <message>
        <source>{file} has no page {page}.</source>
        <translation>אין בקובץ {file} עמוד {page}.</translation>
    </message>
    <message>
        <source>There are no letters or figures in what is to be found.</source>
        <translation>אין אותיות או ספרות במה שיש למצוא.</translation>
    </message>
    <message>
        <source>Nothing called {name} can be asked.</source>
        <translation>אי אפשר לבקש דבר בשם {name}.</translation>
    </message>
    <message>
        <source>{operation} cannot be asked like that: {what}.</source>
        <translation>אי אפשר לבקש כך את {operation}: {what}.</translation>
    </message>
    <message>
        <source>Something in Findling went wrong; its log says what.</source>
        <translation>משהו השתבש ב־Findling; הפרטים נרשמו ביומן שלו.</translation>
    </message>
    <message>
        <source>Topics are made when everything else is done.</source>
        <translation>הנושאים נוצרים כשכל השאר הושלם.</translation>
    </message>
    <message>
        <source>There are too few documents for topics: {documents:number}. From {least:number} on they are grouped.</source>
        <translation>אין די מסמכים לנושאים: {documents:number}. החל מ־{least:number} הם מקובצים.</translation>
    </message>
    <message>
        <source>All {documents:number} documents are about one subject.</source>
        <translation>כל {documents:number} המסמכים עוסקים בנושא אחד.</translation>
    </message>
    <message>
        <source>There is no topic {name}, so nothing is found by it.</source>
        <translation>אין נושא {name}, ולכן לא נמצא דבר לפיו.</translation>
    </message>
    <message>
        <source>There is no topic {name}, so nothing is found by it. There is: {near}.</source>
        <translation>אין נושא {name}, ולכן לא נמצא דבר לפיו. יש: {near}.</translation>
    </message>
    <message>
        <source>There is no topic {name}, so nothing is found by it. {reason}</source>
        <translation>אין נושא {name}, ולכן לא נמצא דבר לפיו. {reason}</translation>
    </message>
    <message>
        <source>Change to {model}: over {count:number} questions whose answers you judged, it scores {low:number.3} to {high:number.3} more than {used} (nDCG@10).</source>
        <translation>כדאי לעבור אל {model}: ב־{count:number} שאלות שאת התשובות להן שפטת, הציון שלו גבוה ב־{low:number.3} עד {high:number.3} מזה של {used} ‏(nDCG@10).</translation>
    </message>
    <message>
        <source>Change to {model}: over {count:number} questions made from your files, it scores {low:number.3} to {high:number.3} more than {used} (nDCG@10). Nobody asked these questions, and too few are judged to tell.</source>
        <translation>כדאי לעבור אל {model}: ב־{count:number} שאלות שנוצרו מהקבצים שלך, הציון שלו גבוה ב־{low:number.3} עד {high:number.3} מזה של {used} ‏(nDCG@10). איש לא שאל את השאלות האלה, ונשפטו מעט מדי כדי לקבוע.</translation>
    </message>
    <message>
        <source>Keep {used}: over {count:number} questions whose answers you judged, no other model scores higher by more than {high:number.3} (nDCG@10).</source>
        <translation>כדאי להישאר עם {used}: ב־{count:number} שאלות שאת התשובות להן שפטת, הציון של אף מודל אחר אינו גבוה ביותר מ־{high:number.3} ‏(nDCG@10).</translation>
    </message>
    <message>
        <source>Keep {used}: over {count:number} questions made from your files, no other model scores higher by more than {high:number.3} (nDCG@10). Nobody asked these questions, and too few are judged to tell.</source>
        <translation>כדאי להישאר עם {used}: ב־{count:number} שאלות שנוצרו מהקבצים שלך, הציון של אף מודל אחר אינו גבוה ביותר מ־{high:number.3} ‏(nDCG@10). איש לא שאל את השאלות האלה, ונשפטו מעט מדי כדי לקבוע.</translation>
    </message>
    <message>
        <source>Too little is judged to tell whether another model is better than {used} for your files.</source>
        <translation>נשפט מעט מדי כדי לקבוע אם מודל אחר טוב יותר מ־{used} לקבצים שלך.</translation>
    </message>
    <message>
        <source>There are too few documents for a trial: {documents:number} with enough text, and it takes {least:number}.</source>
        <translation>יש מעט מדי מסמכים להשוואה: {documents:number} עם די טקסט, ונדרשים {least:number}.</translation>
    </message>
    <message>
        <source>There is only one model, {model}, and nothing to compare it with.</source>
        <translation>יש רק מודל אחד, {model}, ואין עם מה להשוות אותו.</translation>
    </message>
    <message>
        <source>{model} is the model in use, and is compared with the others in any case.</source>
        <translation>{model} הוא המודל שבשימוש, והוא מושווה לאחרים בכל מקרה.</translation>
    </message>
    <message>
        <source>A trial compares the model in use with {most:number} others at most.</source>
        <translation>השוואה מעמידה מול המודל שבשימוש {most:number} אחרים לכל היותר.</translation>
    </message>
    <message>
        <source>All questions are judged.</source>
        <translation>כל השאלות נשפטו.</translation>
    </message>
    <message>
        <source>There are no questions of your own to judge.</source>
        <translation>אין שאלות שלך לשפוט.</translation>
    </message>
    <message>
        <source>The questions in {file} cannot be read: {reason}.</source>
        <translation>אי אפשר לקרוא את השאלות שב־{file}: {reason}.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written to: {reason}.</source>
        <translation>אי אפשר לכתוב לתיקייה {folder}: {reason}.</translation>
    </message>
    <message>
        <source>The trial was stopped.</source>
        <translation>ההשוואה נעצרה.</translation>
    </message>
    <message>
        <source>A trial is at work already.</source>
        <translation>כבר מתבצעת השוואה.</translation>
    </message>
    <message>
        <source>The trial was deleted meanwhile, with the documents of its sample.</source>
        <translation>ההשוואה נמחקה בינתיים, יחד עם המסמכים במדגם שלה.</translation>
    </message>
    <message>
        <source>Findling still runs (process {processes:list}), so nothing was deleted.</source>
        <translation>Findling עדיין פועלת (תהליך {processes:list}), ולכן לא נמחק דבר.</translation>
    </message>
    <message>
        <source>keys of servers in the keyring of this system</source>
        <translation>מפתחות של שרתים בצרור המפתחות של המערכת</translation>
    </message>
    <message>
        <source>the key of the server {server} in the keyring of this system</source>
        <translation>המפתח של השרת {server} בצרור המפתחות של המערכת</translation>
    </message>
    <message>
        <source>the password of the shared library {server} in the keyring of this system</source>
        <translation>הסיסמה של הספרייה המשותפת {server} במחזיק המפתחות של המערכת</translation>
    </message>
    <message>
        <source>the entry in the settings of {assistant}, {file}</source>
        <translation>הרישום בהגדרות של {assistant}, {file}</translation>
    </message>
    <message>
        <source>the start at the login, {place}</source>
        <translation>ההפעלה עם הכניסה למערכת, {place}</translation>
    </message>
    <message>
        <source>the entry in the search of the desktop, {file}</source>
        <translation>הרישום בחיפוש של שולחן העבודה, {file}</translation>
    </message>
    <message>
        <source>Check its name.</source>
        <translation>כדאי לבדוק את השם.</translation>
    </message>
    <message>
        <source>Check its name, or connect its disk.</source>
        <translation>כדאי לבדוק את השם, או לחבר את הכונן.</translation>
    </message>
    <message>
        <source>Check how it is written.</source>
        <translation>כדאי לבדוק איך זה כתוב.</translation>
    </message>
    <message>
        <source>To leave out files with a word, write a minus before it: -word.</source>
        <translation>כדי להשמיט קבצים שיש בהם מילה, יש לכתוב מינוס לפניה: -מילה.</translation>
    </message>
    <message>
        <source>In quotation marks a word is searched for as it is.</source>
        <translation>במירכאות מילה מחופשת כפי שהיא.</translation>
    </message>
    <message>
        <source>Check the file.</source>
        <translation>כדאי לבדוק את הקובץ.</translation>
    </message>
    <message>
        <source>Check the folder&apos;s permissions.</source>
        <translation>כדאי לבדוק את הרשאות התיקייה.</translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation>כדאי לבדוק את ההרשאות.</translation>
    </message>
    <message>
        <source>Check that the folder exists and that you may write to it.</source>
        <translation>כדאי לבדוק שהתיקייה קיימת ושמותר לך לכתוב בה.</translation>
    </message>
    <message>
        <source>Check its folder.</source>
        <translation>כדאי לבדוק את התיקייה.</translation>
    </message>
    <message>
        <source>Check the folder&apos;s permissions and its disk.</source>
        <translation>כדאי לבדוק את הרשאות התיקייה ואת הכונן שלה.</translation>
    </message>
    <message>
        <source>Check its disk.</source>
        <translation>כדאי לבדוק את הכונן.</translation>
    </message>
    <message>
        <source>Check the disk that it is on, and the room that you have there.</source>
        <translation>כדאי לבדוק את הכונן שבו היא נמצאת, ואת המקום הפנוי בו.</translation>
    </message>
    <message>
        <source>Connect its disk, or forget the folder in the library.</source>
        <translation>יש לחבר את הכונן, או להסיר את התיקייה מהספרייה.</translation>
    </message>
    <message>
        <source>Connect the disk, or forget them in the library.</source>
        <translation>חברו את הכונן, או שכחו אותם בספרייה.</translation>
    </message>
    <message>
        <source>They can be forgotten now in the library.</source>
        <translation>אפשר לשכוח אותם עכשיו בספרייה.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>יש לבחור תיקייה אחרת.</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>יש לבחור מקום אחר.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>יש לבחור שם אחר.</translation>
    </message>
    <message>
        <source>Choose another.</source>
        <translation>יש לבחור אחר.</translation>
    </message>
    <message>
        <source>Name another file, or have it overwritten with --force.</source>
        <translation>יש לנקוב בקובץ אחר, או להחליף אותו באמצעות ‎--force‎.</translation>
    </message>
    <message>
        <source>It may have been moved or deleted.</source>
        <translation>ייתכן שהועבר או נמחק.</translation>
    </message>
    <message>
        <source>Patterns are written as in a .gitignore file.</source>
        <translation>תבניות נכתבות כמו בקובץ gitignore.</translation>
    </message>
    <message>
        <source>Give it to a file first.</source>
        <translation>תנו אותה תחילה לקובץ.</translation>
    </message>
    <message>
        <source>To make one of both, rename it in Labels.</source>
        <translation>כדי לאחד את שתיהן, שנו את שמה במקום תוויות.</translation>
    </message>
    <message>
        <source>The library lists your folders.</source>
        <translation>הספרייה מציגה את התיקיות שלך.</translation>
    </message>
    <message>
        <source>The library lists the files that are not searchable.</source>
        <translation>הספרייה מציגה את הקבצים שאינם ניתנים לחיפוש.</translation>
    </message>
    <message>
        <source>Add a folder in the library.</source>
        <translation>יש להוסיף תיקייה בספרייה.</translation>
    </message>
    <message>
        <source>Add it in the library.</source>
        <translation>אפשר להוסיף אותה בספרייה.</translation>
    </message>
    <message>
        <source>Share a folder in the settings, under Assistants.</source>
        <translation>לשתף תיקייה בהגדרות, תחת ‏״עוזרים״.</translation>
    </message>
    <message>
        <source>Wait a moment: it is being brought up to date.</source>
        <translation>רק רגע: היא מתעדכנת.</translation>
    </message>
    <message>
        <source>What is missing is made again from your files.</source>
        <translation>מה שחסר ייווצר שוב מן הקבצים.</translation>
    </message>
    <message>
        <source>Linux shuts it off from 5.13 on, where Landlock and seccomp are switched on.</source>
        <translation>לינוקס חוסם זאת מגרסה 5.13, כאשר Landlock ו־seccomp מופעלים.</translation>
    </message>
    <message>
        <source>Close programs that watch many files, or raise the system&apos;s limit for watched files.</source>
        <translation>סגרו תוכניות שעוקבות אחר קבצים רבים, או הגדילו את המגבלה של המערכת לקבצים במעקב.</translation>
    </message>
    <message>
        <source>Free some space; it goes on where it stopped, and what is indexed stays searchable.</source>
        <translation>יש לפנות מקום; הקריאה תמשיך מהנקודה שבה נעצרה, ומה שכבר נקרא נשאר ניתן לחיפוש.</translation>
    </message>
    <message>
        <source>Free some space.</source>
        <translation>יש לפנות מקום.</translation>
    </message>
    <message>
        <source>Free {needed:size} or more.</source>
        <translation>יש לפנות {needed:size} או יותר.</translation>
    </message>
    <message>
        <source>Free some space, or check the folder&apos;s permissions.</source>
        <translation>יש לפנות מקום, או לבדוק את הרשאות התיקייה.</translation>
    </message>
    <message>
        <source>Free some space, or choose another folder.</source>
        <translation>יש לפנות מקום, או לבחור תיקייה אחרת.</translation>
    </message>
    <message>
        <source>Findling&apos;s library has to lie on a disk of this computer.</source>
        <translation>הספרייה של Findling צריכה להימצא בכונן של המחשב הזה.</translation>
    </message>
    <message>
        <source>Findling&apos;s library has to lie in a folder with a plain name.</source>
        <translation>הספרייה של Findling צריכה להימצא בתיקייה ששמה פשוט.</translation>
    </message>
    <message>
        <source>Make the folder writable.</source>
        <translation>יש לאפשר כתיבה בתיקייה.</translation>
    </message>
    <message>
        <source>Another program holds it; try again in a moment.</source>
        <translation>תוכנה אחרת מחזיקה בה; כדאי ניסיון חוזר בעוד רגע.</translation>
    </message>
    <message>
        <source>Install the newest Findling. Your files are as they were.</source>
        <translation>יש להתקין את הגרסה החדשה ביותר של Findling. הקבצים נשארו כשהיו.</translation>
    </message>
    <message>
        <source>Quit Findling, move {file} elsewhere, and start it again: your files are read anew.</source>
        <translation>יש לצאת מ־Findling, להעביר את {file} למקום אחר ולהפעיל מחדש: הקבצים ייקראו שוב.</translation>
    </message>
    <message>
        <source>Quit Findling, delete {folder}, and start it again.</source>
        <translation>יש לצאת מ־Findling, למחוק את {folder} ולהפעיל מחדש.</translation>
    </message>
    <message>
        <source>Wait until it is done.</source>
        <translation>יש להמתין עד שיסיים.</translation>
    </message>
    <message>
        <source>Wait until it is done, or end it.</source>
        <translation>יש להמתין עד שיסיים, או לסיים אותו.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>אפשר ניסיון חוזר בעוד רגע.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>אפשר ניסיון חוזר.</translation>
    </message>
    <message>
        <source>It is built again from the database.</source>
        <translation>הוא נבנה שוב מבסיס הנתונים.</translation>
    </message>
    <message>
        <source>It is rebuilt by itself.</source>
        <translation>הוא נבנה שוב מעצמו.</translation>
    </message>
    <message>
        <source>Nothing that was indexed is lost.</source>
        <translation>דבר ממה שכבר נקרא לא אבד.</translation>
    </message>
    <message>
        <source>Nothing that was indexed is lost: it goes on by itself. The log is {log}.</source>
        <translation>דבר ממה שנקרא לא אבד: הקריאה תימשך מעצמה. היומן הוא {log}.</translation>
    </message>
    <message>
        <source>Please report it with the file {file}.</source>
        <translation>נשמח לדיווח בצירוף הקובץ {file}.</translation>
    </message>
    <message>
        <source>Your files are untouched. Please report it with the file {file}.</source>
        <translation>הקבצים שלך לא נפגעו. נשמח לדיווח בצירוף הקובץ {file}.</translation>
    </message>
    <message>
        <source>Install Findling again.</source>
        <translation>יש להתקין שוב את Findling.</translation>
    </message>
    <message>
        <source>Installing Findling again may help.</source>
        <translation>התקנה חוזרת של Findling עשויה לעזור.</translation>
    </message>
    <message>
        <source>Install Findling again; your library stays as it is.</source>
        <translation>יש להתקין שוב את Findling; הספרייה נשארת כפי שהיא.</translation>
    </message>
    <message>
        <source>Install a newer Python.</source>
        <translation>יש להתקין גרסה חדשה יותר של Python.</translation>
    </message>
    <message>
        <source>Take away the other users&apos; rights to {paths}.</source>
        <translation>יש לשלול ממשתמשים אחרים את ההרשאות אל {paths}.</translation>
    </message>
    <message>
        <source>sudo sysctl fs.inotify.max_user_watches={number}</source>
        <translation>‎sudo sysctl fs.inotify.max_user_watches={number}‎</translation>
    </message>
    <message>
        <source>Set Findling up by packaging/start.py, which compiles one for this computer, if need be with its C++ compiler (g++, or Xcode&apos;s command line tools).</source>
        <translation>יש להתקין את Findling באמצעות ‎packaging/start.py‎, שמהדר אחת למחשב הזה, ובמידת הצורך במהדר ‎C++‎ שלו (‏g++ או כלי שורת הפקודה של Xcode).</translation>
    </message>
    <message>
        <source>Install Findling again, from a package for this system and its processor.</source>
        <translation>יש להתקין שוב את Findling, מחבילה שמתאימה למערכת הזאת ולמעבד שלה.</translation>
    </message>
    <message>
        <source>Start Findling anew, and type its passphrase.</source>
        <translation>יש להפעיל את Findling מחדש ולהקליד את משפט הסיסמה.</translation>
    </message>
    <message>
        <source>Put it back from a backup.</source>
        <translation>יש לשחזר אותו מגיבוי.</translation>
    </message>
    <message>
        <source>On a computer with Linux, findling decrypt writes it without encryption; then it opens here, too.</source>
        <translation>במחשב עם Linux, הפקודה findling decrypt כותבת אותה בלי הצפנה; אחר כך היא נפתחת גם כאן.</translation>
    </message>
    <message>
        <source>Encrypt the disk or your home folder by the means of your system.</source>
        <translation>אפשר להצפין את הדיסק או את תיקיית הבית באמצעי המערכת.</translation>
    </message>
    <message>
        <source>Type the passphrase at each start.</source>
        <translation>יש להקליד את משפט הסיסמה בכל הפעלה.</translation>
    </message>
    <message>
        <source>Correct or delete the file.</source>
        <translation>יש לתקן את הקובץ או למחוק אותו.</translation>
    </message>
    <message>
        <source>Correct it.</source>
        <translation>יש לתקן זאת.</translation>
    </message>
    <message>
        <source>Save a copy without the password.</source>
        <translation>כדאי לשמור עותק בלי סיסמה.</translation>
    </message>
    <message>
        <source>Save it again from its own program.</source>
        <translation>כדאי לשמור אותו שוב מהתוכנה שלו.</translation>
    </message>
    <message>
        <source>Open it in its own program and save it again.</source>
        <translation>כדאי לפתוח אותו בתוכנה שלו ולשמור אותו שוב.</translation>
    </message>
    <message>
        <source>Give it the right ending, or get it again.</source>
        <translation>כדאי לתת לו את הסיומת הנכונה, או להשיג אותו שוב.</translation>
    </message>
    <message>
        <source>Findling reads it when all other files are read, if text recognition is on.</source>
        <translation>Findling קורא אותו אחרי כל שאר הקבצים, אם זיהוי הטקסט פעיל.</translation>
    </message>
    <message>
        <source>Save it as .docx, .pptx or .pdf.</source>
        <translation>כדאי לשמור אותו כ־⁨.docx⁩, ⁨.pptx⁩ או ⁨.pdf⁩.</translation>
    </message>
    <message>
        <source>Unpack it.</source>
        <translation>כדאי לפרוס אותו.</translation>
    </message>
    <message>
        <source>Save them in a folder that is searched.</source>
        <translation>כדאי לשמור אותם בתיקייה שנכללת בחיפוש.</translation>
    </message>
    <message>
        <source>Split it into smaller files.</source>
        <translation>כדאי לפצל אותו לקבצים קטנים יותר.</translation>
    </message>
    <message>
        <source>Change its permissions.</source>
        <translation>כדאי לשנות את ההרשאות שלו.</translation>
    </message>
    <message>
        <source>Close it there; it is tried again.</source>
        <translation>יש לסגור אותו שם; ייעשה ניסיון נוסף.</translation>
    </message>
    <message>
        <source>It is tried again when it rests.</source>
        <translation>ייעשה ניסיון נוסף כשיפסיק להשתנות.</translation>
    </message>
    <message>
        <source>To have it searched all the same, let it in by an exclusion rule with “!” before its name.</source>
        <translation>כדי שייכלל בחיפוש בכל זאת, אפשרו אותו בכלל החרגה עם “!” לפני שמו.</translation>
    </message>
    <message>
        <source>Keep it on this device.</source>
        <translation>כדאי לשמור אותו במכשיר הזה.</translation>
    </message>
    <message>
        <source>Rename it.</source>
        <translation>כדאי לשנות את שמו.</translation>
    </message>
    <message>
        <source>Connect the disk; it is tried again.</source>
        <translation>יש לחבר את הכונן; ייעשה ניסיון נוסף.</translation>
    </message>
    <message>
        <source>Have it tried again in the library.</source>
        <translation>אפשר ניסיון חוזר בספרייה.</translation>
    </message>
    <message>
        <source>There are: {runs}.</source>
        <translation>קיימות: {runs}.</translation>
    </message>
    <message>
        <source>There is none yet.</source>
        <translation>עוד אין אף אחת.</translation>
    </message>
    <message>
        <source>Choose one.</source>
        <translation>יש לבחור אחת.</translation>
    </message>
    <message>
        <source>Make one: findling duplicates --plan FILE</source>
        <translation>אפשר ליצור אחת: ‎findling duplicates --plan FILE‎</translation>
    </message>
    <message>
        <source>Mend it. Nothing was done.</source>
        <translation>יש לתקן אותה. דבר לא נעשה.</translation>
    </message>
    <message>
        <source>Mend it, or leave it out of the file. Nothing was done.</source>
        <translation>יש לתקן אותו, או להשמיט אותו מן הקובץ. דבר לא נעשה.</translation>
    </message>
    <message>
        <source>The history shows what was done.</source>
        <translation>ההיסטוריה מראה מה נעשה.</translation>
    </message>
    <message>
        <source>Known are: {models:list}.</source>
        <translation>המוכרים: {models:list}.</translation>
    </message>
    <message>
        <source>The models are listed under Models.</source>
        <translation>הרשימה נמצאת תחת מודלים.</translation>
    </message>
    <message>
        <source>Choose another model under Models.</source>
        <translation>אפשר לבחור מודל אחר תחת מודלים.</translation>
    </message>
    <message>
        <source>Choose another model first.</source>
        <translation>יש לבחור קודם מודל אחר.</translation>
    </message>
    <message>
        <source>Call that change off first.</source>
        <translation>יש לבטל קודם את המעבר הזה.</translation>
    </message>
    <message>
        <source>Wait until the change is done, or keep {model}.</source>
        <translation>יש להמתין עד שהמעבר יושלם, או להישאר עם {model}.</translation>
    </message>
    <message>
        <source>Use the model as it is.</source>
        <translation>אפשר להשתמש במודל כמות שהוא.</translation>
    </message>
    <message>
        <source>Install it under Models.</source>
        <translation>אפשר להתקין אותו תחת מודלים.</translation>
    </message>
    <message>
        <source>Install another model under Models.</source>
        <translation>אפשר להתקין מודל נוסף תחת מודלים.</translation>
    </message>
    <message>
        <source>Install it first, by a model of your own under Models.</source>
        <translation>יש להתקין אותו תחילה כמודל משלך תחת מודלים.</translation>
    </message>
    <message>
        <source>Judge some answers under Compare models.</source>
        <translation>אפשר לשפוט כמה תשובות תחת השוואת מודלים.</translation>
    </message>
    <message>
        <source>Install one under Models.</source>
        <translation>אפשר להתקין אחד תחת מודלים.</translation>
    </message>
    <message>
        <source>Install it again under Models, or choose another there.</source>
        <translation>התקינו אותו שוב תחת „מודלים”, או בחרו שם מודל אחר.</translation>
    </message>
    <message>
        <source>Install it again from its folder under Models, or choose another there.</source>
        <translation>אפשר להתקין אותו שוב מתיקייתו תחת מודלים, או לבחור שם מודל אחר.</translation>
    </message>
    <message>
        <source>The model {model} knows them.</source>
        <translation>המודל {model} מכיר אותן.</translation>
    </message>
    <message>
        <source>The model {model} knows {languages:list}.</source>
        <translation>המודל {model} מכיר {languages:list}.</translation>
    </message>
    <message>
        <source>The model {model} understands it, and is installed.</source>
        <translation>המודל {model} מבין אותה, והוא מותקן.</translation>
    </message>
    <message>
        <source>The model {model} understands it.</source>
        <translation>המודל {model} מבין אותה.</translation>
    </message>
    <message>
        <source>Install the model again.</source>
        <translation>יש להתקין שוב את המודל.</translation>
    </message>
    <message>
        <source>Remove it, or install it again.</source>
        <translation>יש להסיר אותו, או להתקין אותו שוב.</translation>
    </message>
    <message>
        <source>Delete the folder {folder} and install the model again.</source>
        <translation>יש למחוק את התיקייה {folder} ולהתקין שוב את המודל.</translation>
    </message>
    <message>
        <source>Or install it from a folder that holds its files.</source>
        <translation>או להתקין אותו מתיקייה שבה הקבצים שלו.</translation>
    </message>
    <message>
        <source>Start it again: what has arrived is kept.</source>
        <translation>אפשר להתחיל שוב: מה שהגיע נשמר.</translation>
    </message>
    <message>
        <source>Make room, then start again: it goes on.</source>
        <translation>יש לפנות מקום ולהתחיל שוב: זה ימשיך.</translation>
    </message>
    <message>
        <source>Make room, or choose a smaller model.</source>
        <translation>יש לפנות מקום או לבחור מודל קטן יותר.</translation>
    </message>
    <message>
        <source>Check the folder of the library.</source>
        <translation>כדאי לבדוק את תיקיית הספרייה.</translation>
    </message>
    <message>
        <source>End other programs that use it.</source>
        <translation>יש לסגור תוכנות אחרות שמשתמשות בו.</translation>
    </message>
    <message>
        <source>Give a model of your own another name.</source>
        <translation>יש לתת למודל משלך שם אחר.</translation>
    </message>
    <message>
        <source>Use letters, digits, dots, dashes and underscores.</source>
        <translation>מותרים אותיות, ספרות, נקודות, מקפים וקווים תחתונים.</translation>
    </message>
    <message>
        <source>Write it like https://models.example.org.</source>
        <translation>כותבים אותה כך: ‎https://models.example.org‎.</translation>
    </message>
    <message>
        <source>It is not the one that was published.</source>
        <translation>זה אינו מה שפורסם.</translation>
    </message>
    <message>
        <source>Try a mirror.</source>
        <translation>כדאי לנסות אתר מראה.</translation>
    </message>
    <message>
        <source>Try again later; what has arrived is kept.</source>
        <translation>כדאי ניסיון חוזר מאוחר יותר; מה שהגיע נשמר.</translation>
    </message>
    <message>
        <source>A mirror of it can be named in the environment variable HF_ENDPOINT.</source>
        <translation>אפשר לציין אתר מראה במשתנה ‎$HF_ENDPOINT‎.</translation>
    </message>
    <message>
        <source>Unset it.</source>
        <translation>יש לבטל אותו.</translation>
    </message>
    <message>
        <source>Check the proxy, which the environment names. What has arrived is kept.</source>
        <translation>כדאי לבדוק את הפרוקסי שמשתני הסביבה נוקבים בו. מה שהגיע נשמר.</translation>
    </message>
    <message>
        <source>Unpack it first, if it is an archive.</source>
        <translation>אם זה ארכיון, יש לפרוס אותו קודם.</translation>
    </message>
    <message>
        <source>Unpack it first.</source>
        <translation>יש לפרוס אותו קודם.</translation>
    </message>
    <message>
        <source>Export the model to ONNX first.</source>
        <translation>יש לייצא קודם את המודל ל־ONNX.</translation>
    </message>
    <message>
        <source>Have it saved as model.safetensors: save_pretrained of transformers does so.</source>
        <translation>יש לשמור אותו בתור model.safetensors: ‏save_pretrained של transformers עושה זאת.</translation>
    </message>
    <message>
        <source>Get the file anew.</source>
        <translation>יש להשיג את הקובץ מחדש.</translation>
    </message>
    <message>
        <source>Take weights and config.json from the same model.</source>
        <translation>יש לקחת את המשקלות ואת config.json מאותו מודל.</translation>
    </message>
    <message>
        <source>Findling takes {names:list}.</source>
        <translation>Findling מקבל {names:list}.</translation>
    </message>
    <message>
        <source>It does so for {names:list}. Export others to ONNX first.</source>
        <translation>הוא עושה זאת עבור {names:list}. מודלים אחרים יש לייצא קודם ל־ONNX.</translation>
    </message>
    <message>
        <source>Choose a smaller longest input.</source>
        <translation>יש לבחור קלט ארוך ביותר קטן יותר.</translation>
    </message>
    <message>
        <source>Choose a smaller model.</source>
        <translation>יש לבחור מודל קטן יותר.</translation>
    </message>
    <message>
        <source>Export the model&apos;s fast tokenizer too.</source>
        <translation>יש לייצא גם את הטוקנייזר המהיר של המודל.</translation>
    </message>
    <message>
        <source>Export the model again.</source>
        <translation>יש לייצא שוב את המודל.</translation>
    </message>
    <message>
        <source>Export it without a pooling layer, with its last hidden state as the first output.</source>
        <translation>יש לייצא אותו בלי שכבת מיצוע, כשהמצב הנסתר האחרון הוא הפלט הראשון.</translation>
    </message>
    <message>
        <source>It has: {names:list}.</source>
        <translation>יש בה: {names:list}.</translation>
    </message>
    <message>
        <source>It has to hold the model&apos;s files as its publisher has them.</source>
        <translation>עליה להכיל את קובצי המודל כפי שהם אצל המפרסם.</translation>
    </message>
    <message>
        <source>Choose one of them.</source>
        <translation>יש לבחור אחד מהם.</translation>
    </message>
    <message>
        <source>Choose a model that pools and normalises only.</source>
        <translation>יש לבחור מודל שרק ממצע ומנרמל.</translation>
    </message>
    <message>
        <source>Findling can pool by mean and by cls.</source>
        <translation>האפשרויות ב־Findling הן mean ו־cls.</translation>
    </message>
    <message>
        <source>Its publisher does; give {names:list}.</source>
        <translation>המפרסם כן; יש לציין {names:list}.</translation>
    </message>
    <message>
        <source>A code has two letters, such as en, de or fr.</source>
        <translation>קוד הוא בן שתי אותיות, כגון en,‏ de או fr.</translation>
    </message>
    <message>
        <source>Only models in one file are supported.</source>
        <translation>נתמכים רק מודלים בקובץ אחד.</translation>
    </message>
    <message>
        <source>They would be programs of strangers; choose another build of the model.</source>
        <translation>אלה היו תוכנות זרות; יש לבחור גרסה אחרת של המודל.</translation>
    </message>
    <message>
        <source>Only .onnx files, tokenizers and settings are.</source>
        <translation>יש מקום רק לקובצי ‎.onnx‎, לטוקנייזרים ולהגדרות.</translation>
    </message>
    <message>
        <source>The copy of it was deleted again; get that file anew, and install once more.</source>
        <translation>העותק שלו נמחק שוב; השיגו את הקובץ מחדש והתקינו שוב.</translation>
    </message>
    <message>
        <source>Choose another build.</source>
        <translation>יש לבחור גרסה אחרת.</translation>
    </message>
    <message>
        <source>Choose another build of it.</source>
        <translation>יש לבחור גרסה אחרת שלו.</translation>
    </message>
    <message>
        <source>Write it like https://embed.example.org or http://127.0.0.1:8080.</source>
        <translation>כותבים אותה כך: ‎https://embed.example.org‎ או ‎http://127.0.0.1:8080‎.</translation>
    </message>
    <message>
        <source>Use its https address, or bring it to this computer with ssh -L and use http://127.0.0.1.</source>
        <translation>יש להשתמש בכתובת ה־https שלו, או להביא אותו למחשב הזה עם ‎ssh -L‎ ולהשתמש ב־‎http://127.0.0.1‎.</translation>
    </message>
    <message>
        <source>Check the address; one that speaks OpenAI&apos;s way ends with /v1.</source>
        <translation>כדאי לבדוק את הכתובת; אם הוא מדבר כמו OpenAI, היא נגמרת ב־‎/v1‎.</translation>
    </message>
    <message>
        <source>Let it serve that one, or use the one that it has.</source>
        <translation>יש להגיש בו את זה, או להשתמש במודל שיש בו.</translation>
    </message>
    <message>
        <source>Let it serve {model} again, or turn it off in the settings.</source>
        <translation>יש להגיש בו שוב את {model}, או לכבות אותו בהגדרות.</translation>
    </message>
    <message>
        <source>Let it serve {model} in the precision installed here ({precision}), or do without it.</source>
        <translation>יש להגדיר לו להגיש את {model} בדיוק המותקן כאן ({precision}), או לוותר עליו.</translation>
    </message>
    <message>
        <source>Let the server take texts of the model&apos;s full length, or turn it off in the settings.</source>
        <translation>יש לאפשר בשרת טקסטים באורך המלא של המודל, או לכבות אותו בהגדרות.</translation>
    </message>
    <message>
        <source>Enter its key in the settings.</source>
        <translation>יש להזין את המפתח בהגדרות.</translation>
    </message>
    <message>
        <source>Check that the address is the right one.</source>
        <translation>כדאי לבדוק שהכתובת נכונה.</translation>
    </message>
    <message>
        <source>Check the address; a certificate of your own has to be in the system&apos;s store.</source>
        <translation>כדאי לבדוק את הכתובת; אישור משלך צריך להימצא במאגר האישורים של המערכת.</translation>
    </message>
    <message>
        <source>Try again later; nothing is lost.</source>
        <translation>כדאי ניסיון חוזר מאוחר יותר; דבר לא אבד.</translation>
    </message>
    <message>
        <source>Set the key in the environment instead: {variable}=...</source>
        <translation>אפשר להגדיר את המפתח במשתני הסביבה: {variable}=...</translation>
    </message>
    <message>
        <source>Name one in the settings.</source>
        <translation>אפשר לנקוב באחד בהגדרות.</translation>
    </message>
    <message>
        <source>{address} is no address of a database.</source>
        <translation>{address} אינה כתובת של מסד נתונים.</translation>
    </message>
    <message>
        <source>Without verified TLS, whatever is sent to {host} can be read and changed on the way.</source>
        <translation>בלי TLS מאומת אפשר לקרוא ולשנות בדרך כל מה שנשלח אל {host}.</translation>
    </message>
    <message>
        <source>This Findling lacks what it speaks to PostgreSQL with.</source>
        <translation>ל־Findling הזה חסר מה שבאמצעותו מדברים עם PostgreSQL.</translation>
    </message>
    <message>
        <source>The server of the shared library, {host}, cannot be reached: {reason}.</source>
        <translation>אי אפשר להגיע לשרת של הספרייה המשותפת, {host}: {reason}.</translation>
    </message>
    <message>
        <source>The server of the shared library, {host}, broke off: {reason}.</source>
        <translation>השרת של הספרייה המשותפת, {host}, ניתק: {reason}.</translation>
    </message>
    <message>
        <source>The server {host} has a certificate that this computer does not trust: {reason}.</source>
        <translation>לשרת {host} יש אישור שהמחשב הזה אינו סומך עליו: {reason}.</translation>
    </message>
    <message>
        <source>The server {host} does not speak TLS.</source>
        <translation>השרת {host} אינו מדבר TLS.</translation>
    </message>
    <message>
        <source>The server {host} does not take the name {user} with this password.</source>
        <translation>השרת {host} אינו מקבל את השם {user} עם הסיסמה הזאת.</translation>
    </message>
    <message>
        <source>The server {host} has no database {database}.</source>
        <translation>בשרת {host} אין מסד נתונים בשם {database}.</translation>
    </message>
    <message>
        <source>The server {host} does not let {user} in: {reason}.</source>
        <translation>השרת {host} אינו מכניס את {user}: {reason}.</translation>
    </message>
    <message>
        <source>The disk of the server {host} is full; nothing was lost, and nothing was taken in.</source>
        <translation>הדיסק של השרת {host} מלא; דבר לא אבד, ודבר לא נקלט.</translation>
    </message>
    <message>
        <source>The server {host} runs PostgreSQL {version}; {needed} is the oldest that will do.</source>
        <translation>בשרת {host} פועל PostgreSQL {version}; נדרש {needed} לפחות.</translation>
    </message>
    <message>
        <source>The server {host} does not have the extension pgvector.</source>
        <translation>בשרת {host} אין ההרחבה pgvector.</translation>
    </message>
    <message>
        <source>The server {host} has pgvector {version}; {needed} is the oldest that will do.</source>
        <translation>בשרת {host} יש pgvector {version}; נדרש {needed} לפחות.</translation>
    </message>
    <message>
        <source>The database {database} keeps its texts in {encoding}, not in UTF-8.</source>
        <translation>מסד הנתונים {database} שומר טקסטים בקידוד {encoding} ולא ב־UTF-8.</translation>
    </message>
    <message>
        <source>There is no shared library in the database {database}.</source>
        <translation>אין ספרייה משותפת במסד הנתונים {database}.</translation>
    </message>
    <message>
        <source>There is a shared library in the database {database} already.</source>
        <translation>במסד הנתונים {database} כבר יש ספרייה משותפת.</translation>
    </message>
    <message>
        <source>The shared library was made by a newer Findling (version {theirs} of its tables, not {ours}).</source>
        <translation>הספרייה המשותפת נוצרה בידי Findling חדש יותר (גרסה {theirs} של הטבלאות, לא {ours}).</translation>
    </message>
    <message>
        <source>The shared library was made by an older Findling (version {theirs} of its tables, not {ours}).</source>
        <translation>הספרייה המשותפת נוצרה בידי Findling ישן יותר (גרסה {theirs} של הטבלאות, לא {ours}).</translation>
    </message>
    <message>
        <source>{user} may not make a library in the database {database}: {reason}.</source>
        <translation>{user} אינו מורשה ליצור ספרייה במסד הנתונים {database}: {reason}.</translation>
    </message>
    <message>
        <source>{user} is not among those who may use the shared library.</source>
        <translation>{user} אינו בין המורשים להשתמש בספרייה המשותפת.</translation>
    </message>
    <message>
        <source>{user} may only search the shared library.</source>
        <translation>{user} מורשה רק לחפש בספרייה המשותפת.</translation>
    </message>
    <message>
        <source>The shared library was made with the model {theirs}; this library uses {ours}.</source>
        <translation>הספרייה המשותפת נוצרה עם המודל {theirs}; הספרייה הזאת משתמשת ב־{ours}.</translation>
    </message>
    <message>
        <source>The shared library was made with another build of the model {model}; their vectors do not mix.</source>
        <translation>הספרייה המשותפת נוצרה עם גרסה אחרת של המודל {model}; הווקטורים שלהן אינם מתערבבים.</translation>
    </message>
    <message>
        <source>This library has joined no shared one.</source>
        <translation>הספרייה הזאת לא הצטרפה לספרייה משותפת.</translation>
    </message>
    <message>
        <source>This library has joined the one at {address} already.</source>
        <translation>הספרייה הזאת כבר הצטרפה לזו שבכתובת {address}.</translation>
    </message>
    <message>
        <source>What {file} says of the shared library is not understood.</source>
        <translation>מה ש־{file} אומר על הספרייה המשותפת אינו מובן.</translation>
    </message>
    <message>
        <source>{folder} is not in the library on this computer.</source>
        <translation>{folder} אינה בספרייה שבמחשב הזה.</translation>
    </message>
    <message>
        <source>{folder} is not shared.</source>
        <translation>{folder} אינה משותפת.</translation>
    </message>
    <message>
        <source>The server {host} knows nobody, and no group, called {name}.</source>
        <translation>השרת {host} אינו מכיר איש או קבוצה בשם {name}.</translation>
    </message>
    <message>
        <source>Nothing on this computer is embedded yet.</source>
        <translation>במחשב הזה עדיין לא הוטמע דבר.</translation>
    </message>
    <message>
        <source>What you share is published later. {reason}</source>
        <translation>מה שמשותף יפורסם מאוחר יותר. {reason}</translation>
    </message>
    <message>
        <source>What you share is published again.</source>
        <translation>מה שמשותף מתפרסם שוב.</translation>
    </message>
    <message>
        <source>This comes from the library on this computer. {reason}</source>
        <translation>זה בא מהספרייה שבמחשב הזה. {reason}</translation>
    </message>
    <message>
        <source>Labels and topics are yours alone: the shared library cannot be narrowed by {names:list}.</source>
        <translation>תוויות ונושאים הם שלך בלבד: אי אפשר לצמצם את הספרייה המשותפת לפי {names:list}.</translation>
    </message>
    <message>
        <source>Write it like postgresql://ann@db.example.org/findling.</source>
        <translation>כותבים אותה כמו postgresql://ann@db.example.org/findling.</translation>
    </message>
    <message>
        <source>Leave sslmode out: verify-full is the default.</source>
        <translation>להשמיט את sslmode: verify-full הוא ברירת המחדל.</translation>
    </message>
    <message>
        <source>Install it: {python} -m pip install &apos;psycopg[binary]&apos;</source>
        <translation>להתקין: {python} -m pip install &apos;psycopg[binary]&apos;</translation>
    </message>
    <message>
        <source>Packages of Findling come without it: set Findling up from its source, where it can be added.</source>
        <translation>החבילות של Findling באות בלעדיו: יש להתקין את Findling מקוד המקור, ושם אפשר להוסיף אותו.</translation>
    </message>
    <message>
        <source>Check the network and the address; what was begun goes on when you ask again.</source>
        <translation>לבדוק את הרשת ואת הכתובת; מה שהתחיל ימשיך בבקשה הבאה.</translation>
    </message>
    <message>
        <source>Name your authority&apos;s: add ?sslrootcert=FILE to the address.</source>
        <translation>לציין את זה של הרשות שלך: להוסיף ?sslrootcert=FILE לכתובת.</translation>
    </message>
    <message>
        <source>Its administrator can turn it on (ssl = on).</source>
        <translation>מנהל השרת יכול להפעיל אותו (ssl = on).</translation>
    </message>
    <message>
        <source>Leave it in the settings, under Shared library, and join it again.</source>
        <translation>לעזוב אותה בהגדרות, תחת ״ספרייה משותפת״, ולהצטרף שוב.</translation>
    </message>
    <message>
        <source>Ask its administrator.</source>
        <translation>לפנות אל מנהל השרת.</translation>
    </message>
    <message>
        <source>Its administrator can upgrade it.</source>
        <translation>מנהל השרת יכול לשדרג אותו.</translation>
    </message>
    <message>
        <source>Its administrator can install it, and run CREATE EXTENSION vector in the database.</source>
        <translation>מנהל השרת יכול להתקין אותה ולהריץ במסד הנתונים CREATE EXTENSION vector.</translation>
    </message>
    <message>
        <source>Its administrator can upgrade it, and run ALTER EXTENSION vector UPDATE.</source>
        <translation>מנהל השרת יכול לשדרג אותה ולהריץ ALTER EXTENSION vector UPDATE.</translation>
    </message>
    <message>
        <source>Its administrator can make one: CREATE DATABASE findling ENCODING &apos;UTF8&apos; TEMPLATE template0.</source>
        <translation>מנהל השרת יכול ליצור אחד כזה: CREATE DATABASE findling ENCODING &apos;UTF8&apos; TEMPLATE template0.</translation>
    </message>
    <message>
        <source>Whoever runs the server makes one on the command line.</source>
        <translation>מי שמפעיל את השרת יוצר אחת בשורת הפקודה.</translation>
    </message>
    <message>
        <source>Join it in the settings, under Shared library.</source>
        <translation>להצטרף אליה בהגדרות, תחת ״ספרייה משותפת״.</translation>
    </message>
    <message>
        <source>Join one in the settings, under Shared library.</source>
        <translation>להצטרף לאחת בהגדרות, תחת ״ספרייה משותפת״.</translation>
    </message>
    <message>
        <source>Leave it first, in the settings under Shared library.</source>
        <translation>קודם לעזוב אותה, בהגדרות תחת ״ספרייה משותפת״.</translation>
    </message>
    <message>
        <source>Install the newest Findling on this computer.</source>
        <translation>להתקין במחשב הזה את Findling החדש ביותר.</translation>
    </message>
    <message>
        <source>Whoever made it can bring it up to date, on the command line.</source>
        <translation>מי שיצר אותה יכול לעדכן אותה בשורת הפקודה.</translation>
    </message>
    <message>
        <source>Its administrator can run GRANT findling_member TO {user}.</source>
        <translation>מנהל השרת יכול להריץ GRANT findling_member TO {user}.</translation>
    </message>
    <message>
        <source>Its administrator can run GRANT findling_reader TO {user}, or findling_member to publish as well.</source>
        <translation>מנהל השרת יכול להריץ GRANT findling_reader TO {user}, או findling_member כדי לפרסם גם כן.</translation>
    </message>
    <message>
        <source>Use that one, under Models.</source>
        <translation>לבחור אותו, תחת ״מודלים״.</translation>
    </message>
    <message>
        <source>Add it in the library first.</source>
        <translation>להוסיף אותה קודם בספרייה.</translation>
    </message>
    <message>
        <source>The settings list what is, under Shared library.</source>
        <translation>ההגדרות מציגות מה כן, תחת ״ספרייה משותפת״.</translation>
    </message>
    <message>
        <source>Set the password in the environment instead: {variable}=...</source>
        <translation>להגדיר את הסיסמה במשתנה סביבה במקום זאת: {variable}=...</translation>
    </message>
    <message>
        <source>Its administrator can make room; publish again then.</source>
        <translation>מנהל השרת יכול לפנות מקום; אחר כך לפרסם שוב.</translation>
    </message>
</context>
<context>
    <name>ModelActions</name>
    <message>
        <source>Copying from {folder}:</source>
        <translation>העתקה מתוך {folder}:</translation>
    </message>
    <message>
        <source>Checking and trying it…</source>
        <translation>נבדק ומנוסה…</translation>
    </message>
    <message>
        <source>an unknown size</source>
        <translation>גודל לא ידוע</translation>
    </message>
    <message>
        <source>Downloading:</source>
        <translation>הורדה:</translation>
    </message>
    <message>
        <source>Download {size}</source>
        <translation>הורדת ⁨{size}⁩</translation>
    </message>
    <message>
        <source>Folder with the files of {model}</source>
        <translation>תיקייה עם הקבצים של {model}</translation>
    </message>
    <message>
        <source>From now on, {model} tells what your texts mean.</source>
        <translation>מעתה {model} מזהה את משמעות הטקסטים.</translation>
    </message>
    <message>
        <source>Keep what the models before made, so that going back takes no time</source>
        <translation>לשמור את מה שהמודלים הקודמים יצרו, כדי שהחזרה לא תיקח זמן</translation>
    </message>
    <message>
        <source>Use {model}</source>
        <translation>שימוש ב־{model}</translation>
    </message>
    <message>
        <source>This goes to the internet: {size} from {hub} ({source}). Nothing is sent but the names of these files. If it breaks off, it goes on where it was.</source>
        <translation>זה פונה לאינטרנט: {size} מתוך {hub} ({source}). לא נשלח דבר מלבד שמות הקבצים האלה. אם זה נקטע, זה ממשיך מאותה נקודה.</translation>
    </message>
    <message>
        <source>Results stand at once, as now. Once a search has rested, {model} reads the thirty best of them again and puts those first that answer what you asked.</source>
        <translation>התוצאות מופיעות מייד, כמו עכשיו. אחרי שהחיפוש עומד רגע, {model} קורא שוב את שלושים הטובות ביותר ומקדים את אלה שעונות על השאלה.</translation>
    </message>
    <message>
        <source>How long that takes is measured first.</source>
        <translation>כמה זמן זה לוקח נמדד לפני כן.</translation>
    </message>
    <message>
        <source>Here that takes {time}, and the processor is busy meanwhile.</source>
        <translation>כאן זה לוקח {time}, והמעבד עסוק בינתיים.</translation>
    </message>
    <message>
        <source>Checking its files…</source>
        <translation>הקבצים שלו נבדקים…</translation>
    </message>
    <message>
        <source>{model} has to go through all texts of your library, which takes {time}; no file is opened again for it. Until that is done, {old} goes on answering; then {model} takes over at once.</source>
        <translation>{model} צריך לעבור על כל הטקסטים בספרייה, וזה נמשך {time}; אף קובץ לא נפתח שוב לשם כך. עד אז {old} ממשיך לענות; אחר כך {model} נכנס מיד לפעולה.</translation>
    </message>
    <message>
        <source>A form of {model} that computes in whole numbers is made on this computer: several times as fast. It is compared with the original on passages of your own, and kept, beside the original, only if the two agree. This takes about a minute.</source>
        <translation>במחשב הזה נוצרת גרסה של {model} שמחשבת במספרים שלמים: מהירה פי כמה. היא מושווית למקור בקטעים משלך, ונשמרת לצד המקור רק אם שתיהן מסכימות. זה נמשך כדקה.</translation>
    </message>
    <message>
        <source>Making and comparing the build…</source>
        <translation>הגרסה נבנית ומושווית…</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>לבנות</translation>
    </message>
    <message>
        <source>A build of {model} with half as many digits is made on this computer: for graphics cards, half as large. Its vectors are compared with the original&apos;s on passages of your own, and it is kept, beside the original, only if they agree. The processor computes that, which takes some minutes.</source>
        <translation>במחשב הזה נבנית גרסה של {model} עם מחצית הספרות: לכרטיסי מסך, בחצי הגודל. הווקטורים שלה מושווים לאלה של המקור בקטעים משלך, והיא נשמרת לצד המקור רק אם הם תואמים. המעבד מחשב זאת, וזה לוקח כמה דקות.</translation>
    </message>
    <message>
        <source>its space</source>
        <translation>את המקום שלו</translation>
    </message>
    <message>
        <source>It can be installed again.</source>
        <translation>אפשר להתקין אותו שוב.</translation>
    </message>
    <message>
        <source>Findling has no other copy of it.</source>
        <translation>ל־Findling אין עותק אחר שלו.</translation>
    </message>
    <message>
        <source>Remove {model}? That frees {size}.</source>
        <translation>להסיר את {model}? זה מפנה ⁨{size}⁩.</translation>
    </message>
    <message>
        <source>Removing it…</source>
        <translation>בהסרה…</translation>
    </message>
    <message>
        <source>Remove {model}</source>
        <translation>הסרת {model}</translation>
    </message>
    <message>
        <source>It is installed.</source>
        <translation>הוא מותקן.</translation>
    </message>
    <message>
        <source>It is installed, and does what is known of it.</source>
        <translation>הוא מותקן ועובד כמצופה.</translation>
    </message>
    <message>
        <source>Use it…</source>
        <translation>שימוש בו…</translation>
    </message>
    <message>
        <source>It is installed, but it is not what was published. Look at what was found.</source>
        <translation>הוא מותקן, אך אינו מה שפורסם. יש לעיין בממצאים.</translation>
    </message>
    <message>
        <source>It differs from {model}, which is as large: it is another model, or a damaged copy.</source>
        <translation>הוא שונה מ-{model}, שגודלו זהה: זהו מודל אחר, או עותק פגום.</translation>
    </message>
    <message>
        <source>All is as it should be.</source>
        <translation>הכול כפי שצריך.</translation>
    </message>
    <message>
        <source>Nothing published was there to compare with.</source>
        <translation>לא היה דבר שפורסם להשוות אליו.</translation>
    </message>
    <message>
        <source>Install Findling again.</source>
        <translation>יש להתקין שוב את Findling.</translation>
    </message>
    <message>
        <source>Install it again.</source>
        <translation>יש להתקין אותו שוב.</translation>
    </message>
    <message>
        <source>It is not as it should be.</source>
        <translation>הוא אינו כפי שצריך.</translation>
    </message>
    <message>
        <source>{model} is there.</source>
        <translation>‏{model} מוכן.</translation>
    </message>
    <message>
        <source>The build does not agree closely enough, and was not kept.</source>
        <translation>הגרסה אינה תואמת במידה מספקת ולא נשמרה.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>ניסיון חוזר</translation>
    </message>
    <message>
        <source>Left off. What has arrived is kept for the next time.</source>
        <translation>הופסק. מה שהגיע נשמר לפעם הבאה.</translation>
    </message>
    <message>
        <source>Left off. Nothing of the build is kept.</source>
        <translation>הופסק. דבר מן הגרסה אינו נשמר.</translation>
    </message>
</context>
<context>
    <name>ModelLabels</name>
    <message numerus="yes">
        <source>%Ln dimension(s)</source>
        <translation>
            <numerusform>ממד אחד</numerusform>
            <numerusform>‏%Ln ממדים</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reads %Ln token(s) at once</source>
        <translation>
            <numerusform>קורא אסימון אחד בבת אחת</numerusform>
            <numerusform>קורא %Ln אסימונים בבת אחת</numerusform>
        </translation>
    </message>
    <message>
        <source>size not known</source>
        <translation>הגודל אינו ידוע</translation>
    </message>
    <message>
        <source>Ships with Findling: ready with no download, and fast on any machine.</source>
        <translation>מגיע עם Findling: מוכן בלי הורדה, ומהיר בכל מחשב.</translation>
    </message>
    <message>
        <source>A model of your own.</source>
        <translation>מודל משלך.</translation>
    </message>
    <message>
        <source>Answers until the change is done</source>
        <translation>עונה עד שהמעבר יושלם</translation>
    </message>
    <message>
        <source>Will answer when the change is done</source>
        <translation>יענה כשהמעבר יושלם</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>בשימוש</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>מותקן</translation>
    </message>
    <message>
        <source>Not installed</source>
        <translation>לא מותקן</translation>
    </message>
    <message>
        <source>Being worked out…</source>
        <translation>מחושב…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) in languages that it does not know</source>
        <translation>
            <numerusform>קובץ אחד בשפה שאינו מכיר</numerusform>
            <numerusform>‏%Ln קבצים בשפות שאינו מכיר</numerusform>
        </translation>
    </message>
    <message>
        <source>less than a tenth of a second</source>
        <translation>פחות מעשירית שנייה</translation>
    </message>
    <message>
        <source>{seconds} seconds</source>
        <translation>‏{seconds} שניות</translation>
    </message>
    <message>
        <source>{size} instead of {original}; how fast a graphics card is with it is measured below.</source>
        <translation>‏{size} במקום {original}; כמה מהיר כרטיס מסך איתה נמדד למטה.</translation>
    </message>
    <message>
        <source>{speed} passages a second on one core instead of {before}, {size} instead of {original}.</source>
        <translation>‏{speed} קטעים בשנייה בליבה אחת במקום {before}, {size} במקום {original}.</translation>
    </message>
    <message numerus="yes">
        <source>Compared on %Ln passage(s): their vectors agree to {cosine} in the mean, where 1 is the same, and {overlap} of the ten nearest are the same.</source>
        <translation>
            <numerusform>הושוו בקטע אחד: הווקטורים תואמים במידה של {cosine}, כאשר 1 פירושו זהה, ו־{overlap} מעשרת הקרובים ביותר הם אותם קטעים.</numerusform>
            <numerusform>הושוו ב־%Ln קטעים: הווקטורים תואמים בממוצע במידה של {cosine}, כאשר 1 פירושו זהה, ו־{overlap} מעשרת הקרובים ביותר הם אותם קטעים.</numerusform>
        </translation>
    </message>
    <message>
        <source>model card</source>
        <translation>כרטיס המודל</translation>
    </message>
    <message>
        <source>ready as soon as it is installed, {size} on disk</source>
        <translation>מוכן ברגע שיותקן, {size} בדיסק</translation>
    </message>
    <message>
        <source>How long a search takes with it is measured before it is used.</source>
        <translation>כמה זמן לוקח איתו חיפוש נמדד לפני השימוש.</translation>
    </message>
    <message>
        <source>{time} more for each search</source>
        <translation>עוד {time} לכל חיפוש</translation>
    </message>
    <message>
        <source>{size} on disk</source>
        <translation>‏⁨{size}⁩ בכונן</translation>
    </message>
    <message>
        <source>Limits, as {source} states them:</source>
        <translation>מגבלות לפי {source}:</translation>
    </message>
    <message>
        <source>Reads your question and each of the thirty best results together, and puts those first that answer it: each search takes longer for that.</source>
        <translation>קורא את השאלה יחד עם כל אחת משלושים התוצאות הטובות ביותר, ומקדים את אלה שעונות עליה: כל חיפוש נמשך בשל כך זמן רב יותר.</translation>
    </message>
    <message>
        <source>A smaller and faster form of {model}.</source>
        <translation>גרסה קטנה ומהירה יותר של {model}.</translation>
    </message>
    <message>
        <source>There is nothing to go through yet.</source>
        <translation>עדיין אין מה לעבור עליו.</translation>
    </message>
    <message>
        <source>ready at once, {size} on disk</source>
        <translation>מוכן מייד, ⁨{size}⁩ בכונן</translation>
    </message>
    <message>
        <source>{time} to go over, {size} on disk</source>
        <translation>‏{time} למעבר, ⁨{size}⁩ בכונן</translation>
    </message>
    <message>
        <source>Your files need not be gone through again for it.</source>
        <translation>אין צורך לעבור שוב על הקבצים שלך בשבילו.</translation>
    </message>
    <message>
        <source>{form}, build {version}</source>
        <translation>‏{form}, גרסה {version}</translation>
    </message>
    <message>
        <source>languages not known</source>
        <translation>השפות אינן ידועות</translation>
    </message>
    <message numerus="yes">
        <source>%Ln language(s)</source>
        <translation>
            <numerusform>שפה אחת</numerusform>
            <numerusform>‏%Ln שפות</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>ModelStep</name>
    <message>
        <source>How well shall Findling understand?</source>
        <translation>כמה טוב Findling אמור להבין?</translation>
    </message>
    <message>
        <source>A model tells what a text is about. It runs on this computer. You can change it later.</source>
        <translation>מודל מזהה במה עוסק טקסט. הוא פועל במחשב הזה, ואפשר להחליף אותו אחר כך.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>המשך</translation>
    </message>
    <message>
        <source>Looking at what suits your files…</source>
        <translation>בודק מה מתאים לקבצים שלך…</translation>
    </message>
    <message>
        <source>Reading your files has begun already.</source>
        <translation>קריאת הקבצים שלך כבר החלה.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>חזרה</translation>
    </message>
    <message>
        <source>an unknown size</source>
        <translation>גודל לא ידוע</translation>
    </message>
    <message>
        <source>This goes to the internet: {size} from {hub}. Nothing is sent but the names of the files. Until it is there and has read your files, the model that is part of Findling answers.</source>
        <translation>זה פונה לאינטרנט: {size} מתוך {hub}. לא נשלח דבר מלבד שמות הקבצים. עד שיגיע ויקרא את הקבצים שלך, עונה המודל שהוא חלק מ־Findling.</translation>
    </message>
    <message>
        <source>Download {size}</source>
        <translation>הורדת {size}</translation>
    </message>
</context>
<context>
    <name>ModelView</name>
    <message>
        <source>Where it comes from</source>
        <translation>מאין הוא מגיע</translation>
    </message>
    <message>
        <source>licence not known</source>
        <translation>הרישיון אינו ידוע</translation>
    </message>
    <message>
        <source>Licence of {model}: {name}</source>
        <translation>הרישיון של {model}: {name}</translation>
    </message>
    <message>
        <source>Where {model} comes from</source>
        <translation>מאין מגיע {model}</translation>
    </message>
    <message>
        <source>Fewer details</source>
        <translation>פחות פרטים</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>פרטים</translation>
    </message>
    <message numerus="yes">
        <source>The hash of %Ln of its file(s) was not published: a revision alone names them.</source>
        <translation>
            <numerusform>סכום הביקורת של אחד מקבציו לא פורסם: רק גרסה מזהה אותו.</numerusform>
            <numerusform>סכומי הביקורת של %Ln מקבציו לא פורסמו: רק גרסה מזהה אותם.</numerusform>
        </translation>
    </message>
    <message>
        <source>Use</source>
        <translation>שימוש</translation>
    </message>
    <message>
        <source>Call off the change</source>
        <translation>ביטול המעבר</translation>
    </message>
    <message>
        <source>Stop using</source>
        <translation>הפסקת שימוש</translation>
    </message>
    <message>
        <source>Install…</source>
        <translation>התקנה…</translation>
    </message>
    <message>
        <source>From a folder…</source>
        <translation>מתיקייה…</translation>
    </message>
    <message>
        <source>Speed up…</source>
        <translation>האצה…</translation>
    </message>
    <message>
        <source>Speed up for the graphics card…</source>
        <translation>האצה בשביל כרטיס המסך…</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>אימות</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>הסרה…</translation>
    </message>
    <message>
        <source>{action}: {model}</source>
        <translation>{action}: {model}</translation>
    </message>
    <message>
        <source>For your folders</source>
        <translation>לתיקיות שלך</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Add a model of your own…</source>
        <translation>הוספת מודל משלך…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>ניסיון חוזר</translation>
    </message>
    <message>
        <source>The texts of your files are sent to {address}, which embeds them instead of this computer.</source>
        <translation>הטקסטים של הקבצים נשלחים אל {address}, ומוטמעים שם במקום במחשב הזה.</translation>
    </message>
    <message>
        <source>Folder with an .onnx file or a model.safetensors, and a tokenizer.json</source>
        <translation>תיקייה עם קובץ ‎.onnx או model.safetensors, ועם tokenizer.json</translation>
    </message>
    <message>
        <source>{model} is installed.</source>
        <translation>‏{model} מותקן.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>מודלים</translation>
    </message>
    <message>
        <source>A model tells what texts mean. It runs on this computer; nothing is downloaded unasked.</source>
        <translation>מודל מזהה את משמעות הטקסטים. הוא פועל במחשב הזה; דבר אינו מורד בלי בקשה.</translation>
    </message>
    <message>
        <source>Hardware</source>
        <translation>חומרה</translation>
    </message>
</context>
<context>
    <name>ModelsSection</name>
    <message>
        <source>Models</source>
        <translation>מודלים</translation>
    </message>
    <message>
        <source>Compute with</source>
        <translation>חישוב באמצעות</translation>
    </message>
    <message>
        <source>Read the best results again</source>
        <translation>קריאה חוזרת של התוצאות הטובות ביותר</translation>
    </message>
    <message>
        <source>Once a search has rested, a larger model reads the thirty best results and orders them. That takes seconds of this computer’s or a server’s time. Such a model is installed under Models.</source>
        <translation>אחרי שהחיפוש נח רגע, מודל גדול יותר קורא את שלושים התוצאות הטובות ביותר ומסדר אותן. זה גוזל שניות מזמנו של המחשב הזה או של שרת. מודל כזה מתקינים תחת מודלים.</translation>
    </message>
    <message>
        <source>Address of the server that reads again</source>
        <translation>כתובת השרת שקורא שוב</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>כבוי</translation>
    </message>
    <message>
        <source>A server…</source>
        <translation>שרת…</translation>
    </message>
    <message>
        <source>Measured: the fastest that agrees</source>
        <translation>לפי מדידה: המהיר ביותר שתואם</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>מעבד</translation>
    </message>
    <message>
        <source>Each is tried for a few seconds; only what computes as the processor does is taken.</source>
        <translation>כל אחד נבדק כמה שניות; נבחר רק מה שמחשב כמו המעבד.</translation>
    </message>
    <message>
        <source>Runs everywhere, and sets the measure for the others.</source>
        <translation>פועל בכל מקום, והוא אמת המידה לאחרים.</translation>
    </message>
    <message>
        <source>Was not measured here. Where it is missing, the processor stands in for it.</source>
        <translation>לא נמדד כאן. היכן שהוא חסר, המעבד בא במקומו.</translation>
    </message>
    <message>
        <source>{speed} passages a second on this computer.</source>
        <translation>‏{speed} קטעים בשנייה במחשב הזה.</translation>
    </message>
    <message>
        <source>Not kept: an address begins with https://, or on this computer http://.</source>
        <translation>לא נשמר: כתובת מתחילה ב־https://, או במחשב הזה ב־http://.</translation>
    </message>
</context>
<context>
    <name>NameRequest</name>
    <message>
        <source>There is something else called {name} already.</source>
        <translation>כבר יש שם משהו בשם {name}.</translation>
    </message>
    <message>
        <source>Not renamed: {reason}</source>
        <translation>השם לא שונה: {reason}</translation>
    </message>
</context>
<context>
    <name>NewPassphraseDialog</name>
    <message>
        <source>Change the passphrase</source>
        <translation>שינוי משפט הסיסמה</translation>
    </message>
    <message>
        <source>Passphrase so far</source>
        <translation>משפט הסיסמה עד כה</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>שינוי</translation>
    </message>
</context>
<context>
    <name>NewPassphraseForm</name>
    <message>
        <source>New passphrase</source>
        <translation>משפט סיסמה חדש</translation>
    </message>
    <message>
        <source>New passphrase, again</source>
        <translation>משפט הסיסמה החדש, שוב</translation>
    </message>
    <message numerus="yes">
        <source>Too short: %Ln more character(s).</source>
        <translation>
            <numerusform>קצר מדי: עוד תו אחד.</numerusform>
            <numerusform>קצר מדי: עוד %Ln תווים.</numerusform>
        </translation>
    </message>
    <message>
        <source>The two new ones differ.</source>
        <translation>שני החדשים שונים זה מזה.</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Put this away</source>
        <translation>סגירת ההודעה</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>PageCanvas</name>
    <message>
        <source>This page cannot be drawn</source>
        <translation>אי אפשר להציג את העמוד הזה</translation>
    </message>
</context>
<context>
    <name>PageStack</name>
    <message>
        <source>Duplicates</source>
        <translation>כפילויות</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>נושאים</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>תוויות</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>ספרייה</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>מודלים</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>הגדרות</translation>
    </message>
</context>
<context>
    <name>PagesView</name>
    <message>
        <source>Picture</source>
        <translation>תמונה</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>עמוד {page} מתוך {pages}</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Encrypted library</source>
        <translation>ספרייה מוצפנת</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>משפט סיסמה</translation>
    </message>
    <message>
        <source>Do not ask again: keep the key in the keyring of this system</source>
        <translation>לא לשאול שוב: לשמור את המפתח בצרור המפתחות של המערכת</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>פתיחה</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>What is the passphrase of your library?</source>
        <translation>מהו משפט הסיסמה של הספרייה?</translation>
    </message>
</context>
<context>
    <name>PassphraseForm</name>
    <message>
        <source>Show what is typed</source>
        <translation>להציג את מה שמוקלד</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>מקש Caps Lock פעיל.</translation>
    </message>
</context>
<context>
    <name>PlainView</name>
    <message>
        <source>Document</source>
        <translation>מסמך</translation>
    </message>
</context>
<context>
    <name>PlanBar</name>
    <message>
        <source>Nothing is selected</source>
        <translation>לא נבחר דבר</translation>
    </message>
    <message>
        <source>Something is being done</source>
        <translation>פעולה מתבצעת</translation>
    </message>
    <message>
        <source>More ways to clear up</source>
        <translation>אפשרויות נוספות</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>עצירה</translation>
    </message>
    <message>
        <source>Keep {keep}, bin {bin}, free {size}</source>
        <translation>‏{keep} נשארים, {bin} לסל המיחזור, ⁨{size}⁩ יתפנו</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>‏{done} מתוך {total}</translation>
    </message>
    <message>
        <source>Move the selected files to a folder…</source>
        <translation>העברת הקבצים שנבחרו לתיקייה…</translation>
    </message>
    <message>
        <source>Replace identical ones by hard links…</source>
        <translation>החלפת זהים בקישורים קשיחים…</translation>
    </message>
    <message>
        <source>Select what is proposed</source>
        <translation>בחירת מה שהוצע</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>ביטול הבחירה</translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message>
        <source>The plan</source>
        <translation>התוכנית</translation>
    </message>
    <message>
        <source>{action}?</source>
        <translation>{action}?</translation>
    </message>
    <message>
        <source>The plan, file by file</source>
        <translation>התוכנית, קובץ אחר קובץ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>Nothing can be done</source>
        <translation>אין מה לבצע</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) say something that no file that stays says.</source>
        <translation>
            <numerusform>קובץ אחד אומר דבר שאף קובץ שנשאר אינו אומר.</numerusform>
            <numerusform>‏%Ln קבצים אומרים דבר שאף קובץ שנשאר אינו אומר.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) were chosen by you, and are not known to be the same as what stays.</source>
        <translation>
            <numerusform>קובץ אחד נבחר על ידך, ולא ידוע אם הוא זהה למה שנשאר.</numerusform>
            <numerusform>‏%Ln קבצים נבחרו על ידך, ולא ידוע אם הם זהים למה שנשאר.</numerusform>
        </translation>
    </message>
    <message>
        <source>{size} in all. Each file is read again right before it moves, and so is the copy that stays.</source>
        <translation>‏⁨{size}⁩ בסך הכול. כל קובץ נקרא שוב ממש לפני ההעברה, וכך גם העותק שנשאר.</translation>
    </message>
    <message>
        <source>The history can undo all of it.</source>
        <translation>ההיסטוריה יכולה לבטל את הכול.</translation>
    </message>
    <message>
        <source>Layout was not compared.</source>
        <translation>העיצוב לא הושווה.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) cannot be part of it.</source>
        <translation>
            <numerusform>קובץ אחד אינו יכול להשתתף.</numerusform>
            <numerusform>‏%Ln קבצים אינם יכולים להשתתף.</numerusform>
        </translation>
    </message>
    <message>
        <source>from {folder}</source>
        <translation>מתוך {folder}</translation>
    </message>
    <message>
        <source>from {folder} to {target}</source>
        <translation>מתוך {folder} אל {target}</translation>
    </message>
    <message>
        <source>{name} stays, in {folder}</source>
        <translation>‏{name} נשאר, בתיקייה {folder}</translation>
    </message>
    <message>
        <source>Only {share} of it is in what stays</source>
        <translation>רק {share} ממנו נמצא במה שנשאר</translation>
    </message>
    <message>
        <source>Not known to be the same</source>
        <translation>לא ידוע אם הוא זהה</translation>
    </message>
    <message>
        <source>Left alone: {reason}</source>
        <translation>נשאר כשהוא: {reason}</translation>
    </message>
</context>
<context>
    <name>PlanTask</name>
    <message>
        <source>Reading the files…</source>
        <translation>הקבצים נקראים…</translation>
    </message>
    <message>
        <source>Renaming…</source>
        <translation>משנה את השם…</translation>
    </message>
    <message>
        <source>Putting the files back…</source>
        <translation>הקבצים מוחזרים…</translation>
    </message>
    <message>
        <source>Move the files to which folder?</source>
        <translation>לאיזו תיקייה להעביר את הקבצים?</translation>
    </message>
    <message numerus="yes">
        <source>Clearing up %Ln file(s)…</source>
        <translation>
            <numerusform>קובץ אחד מסולק…</numerusform>
            <numerusform>‏%Ln קבצים מסולקים…</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting: another program is writing to the library.</source>
        <translation>בהמתנה: תוכנה אחרת כותבת לספרייה.</translation>
    </message>
    <message>
        <source>Stopping after the file at hand…</source>
        <translation>עוצר אחרי הקובץ הנוכחי…</translation>
    </message>
</context>
<context>
    <name>PrefixField</name>
    <message>
        <source>Choose…</source>
        <translation>בחירה…</translation>
    </message>
    <message>
        <source>{name}: the words</source>
        <translation>‏{name}: המילים</translation>
    </message>
    <message>
        <source>As its files say: “{words}”</source>
        <translation>כפי שאומרים הקבצים: ”{words}”</translation>
    </message>
    <message>
        <source>As its files say: nothing</source>
        <translation>כפי שאומרים הקבצים: כלום</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>כלום</translation>
    </message>
    <message>
        <source>These words:</source>
        <translation>המילים האלה:</translation>
    </message>
</context>
<context>
    <name>PreviewHeader</name>
    <message>
        <source>Back to the results</source>
        <translation>חזרה לתוצאות</translation>
    </message>
    <message>
        <source>{at} of {count}</source>
        <translation>‏{at} מתוך {count}</translation>
    </message>
    <message>
        <source>Passage {at} of {count}</source>
        <translation>קטע {at} מתוך {count}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>מילה אחת</numerusform>
            <numerusform>‏%Ln מילים</numerusform>
        </translation>
    </message>
    <message>
        <source>Word {at} of {count}</source>
        <translation>מילה {at} מתוך {count}</translation>
    </message>
    <message>
        <source>More</source>
        <translation>עוד</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Choose a result to see it here</source>
        <translation>בחרו תוצאה כדי לראות אותה כאן</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>תצוגה מקדימה</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>תמונה</translation>
    </message>
    <message>
        <source>{kind}, read by text recognition</source>
        <translation>{kind}, נקרא בזיהוי טקסט</translation>
    </message>
    <message>
        <source>{kind}, only its beginning</source>
        <translation>‏{kind}, רק תחילתו</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>עמוד {page} מתוך {pages}</translation>
    </message>
    <message>
        <source>Sheet {page} of {pages}</source>
        <translation>גיליון {page} מתוך {pages}</translation>
    </message>
</context>
<context>
    <name>PrivacySection</name>
    <message>
        <source>Privacy</source>
        <translation>פרטיות</translation>
    </message>
    <message>
        <source>Findling sends nothing: no files, no searches, no figures on how it is used. It reads your files where they lie and never changes them. What it keeps, the text of your documents, stays on this computer, readable by you alone, and is deleted with the library.</source>
        <translation>‏Findling אינה שולחת דבר: לא קבצים, לא חיפושים ולא נתוני שימוש. היא קוראת את הקבצים במקומם ולעולם אינה משנה אותם. מה שהיא שומרת, הטקסט של המסמכים, נשאר במחשב הזה, קריא רק למשתמש הזה, ונמחק יחד עם הספרייה.</translation>
    </message>
    <message>
        <source>Forget searches</source>
        <translation>שכחת החיפושים</translation>
    </message>
    <message>
        <source>Remember searches</source>
        <translation>זכירת חיפושים</translation>
    </message>
    <message>
        <source>Proposes again what you searched for before.</source>
        <translation>מציעה שוב חיפושים קודמים.</translation>
    </message>
    <message>
        <source>Searches so far</source>
        <translation>החיפושים עד כה</translation>
    </message>
    <message>
        <source>Forgets all that was searched for; searches that you saved stay.</source>
        <translation>שוכחת את כל מה שחיפשו; חיפושים שמורים נשארים.</translation>
    </message>
    <message>
        <source>Forgotten.</source>
        <translation>נשכח.</translation>
    </message>
    <message>
        <source>But you have the texts of your files sent to {server}.</source>
        <translation>אבל לפי הבחירה שלך, הטקסטים של הקבצים נשלחים אל {server}.</translation>
    </message>
    <message>
        <source>But you have your searches and the best results sent to {server}.</source>
        <translation>אבל לפי הבחירה שלך, החיפושים והתוצאות הטובות ביותר נשלחים אל {server}.</translation>
    </message>
    <message>
        <source>But you share folders with assistants, which may send on what they read.</source>
        <translation>אבל יש תיקיות משותפות עם עוזרים, והם עשויים לשלוח הלאה את מה שהם קוראים.</translation>
    </message>
    <message>
        <source>But you share folders in the shared library, whose server has what they say.</source>
        <translation>אבל יש תיקיות ששותפו בספרייה המשותפת, והשרת שלה מחזיק את תוכנן.</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Stop</source>
        <translation>עצירה</translation>
    </message>
    <message>
        <source>Stop: {doing}</source>
        <translation>עצירה: {doing}</translation>
    </message>
    <message>
        <source>Checking and trying it…</source>
        <translation>נבדק ומנוסה…</translation>
    </message>
    <message>
        <source>{doing} {done} of {total}</source>
        <translation>‏{doing} {done} מתוך {total}</translation>
    </message>
    <message>
        <source>Step 1 of 3: the build is made…</source>
        <translation>שלב 1 מתוך 3: הגרסה נבנית…</translation>
    </message>
    <message numerus="yes">
        <source>Step 2 of 3: the original has embedded {done} of %Ln passage(s)</source>
        <translation>
            <numerusform>שלב 2 מתוך 3: המקור הטמיע {done} מתוך קטע אחד</numerusform>
            <numerusform>שלב 2 מתוך 3: המקור הטמיע {done} מתוך %Ln קטעים</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Step 3 of 3: the build has embedded {done} of the same %Ln passage(s)</source>
        <translation>
            <numerusform>שלב 3 מתוך 3: הגרסה הטמיעה {done} מתוך אותו קטע אחד</numerusform>
            <numerusform>שלב 3 מתוך 3: הגרסה הטמיעה {done} מתוך אותם %Ln קטעים</numerusform>
        </translation>
    </message>
    <message>
        <source>Leaving off…</source>
        <translation>מפסיק…</translation>
    </message>
</context>
<context>
    <name>Properties</name>
    <message>
        <source>Title</source>
        <translation>כותרת</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>מחבר</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>נושא</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>כותרת ראשית</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>מילות מפתח</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>קטגוריה</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>תיאור</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>הערה</translation>
    </message>
</context>
<context>
    <name>Proposal</name>
    <message>
        <source>Not now</source>
        <translation>לא עכשיו</translation>
    </message>
</context>
<context>
    <name>ProtectDialog</name>
    <message>
        <source>Protect this library with a passphrase</source>
        <translation>הגנה על הספרייה הזאת במשפט סיסמה</translation>
    </message>
    <message>
        <source>Protect</source>
        <translation>הגנה</translation>
    </message>
    <message>
        <source>Protected is what Findling keeps of your files: texts, names, searches, labels, previews and logs. Who has the disk, or a copy of it, reads nothing of that without the passphrase.</source>
        <translation>מוגן כל מה ש־Findling שומרת מן הקבצים שלך: טקסטים, שמות, חיפושים, תוויות, תצוגות מקדימות ויומנים. מי שהדיסק או עותק שלו בידו לא יקרא מזה דבר בלי משפט הסיסמה.</translation>
    </message>
    <message>
        <source>Not protected are your files themselves, which stay as they are, the settings, and what somebody does at this computer while you are logged in.</source>
        <translation>לא מוגנים הקבצים עצמם, שנשארים כפי שהם, ההגדרות, ומה שמישהו עושה במחשב הזה בזמן שהחשבון שלך פתוח.</translation>
    </message>
    <message>
        <source>Nobody can bring back a forgotten passphrase. Then all that is left is to begin anew.</source>
        <translation>איש אינו יכול להשיב משפט סיסמה שנשכח. אז לא נותר אלא להתחיל מחדש.</translation>
    </message>
    <message>
        <source>Five or six random words are beyond all guessing.</source>
        <translation>חמש או שש מילים אקראיות איש לא ינחש.</translation>
    </message>
    <message>
        <source>Do not ask again: keep the key in the keyring of this system</source>
        <translation>לא לשאול שוב: לשמור את המפתח בצרור המפתחות של המערכת</translation>
    </message>
    <message>
        <source>This system has no keyring: you are asked for it whenever Findling starts.</source>
        <translation>במערכת הזאת אין צרור מפתחות: משפט הסיסמה יתבקש בכל הפעלה של Findling.</translation>
    </message>
    <message>
        <source>The window closes for that, and opens again when it is done.</source>
        <translation>החלון נסגר לשם כך, ונפתח שוב בסיום.</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Return</source>
        <translation>Enter</translation>
    </message>
</context>
<context>
    <name>QualityBars</name>
    <message>
        <source>Finds what answers</source>
        <translation>מוצא תשובות</translation>
    </message>
    <message>
        <source>Tells what is alike</source>
        <translation>מזהה דמיון</translation>
    </message>
    <message>
        <source>Means of what its publisher measured (MTEB): {scores}</source>
        <translation>ממוצעים של מדידות המפרסם (MTEB): {scores}</translation>
    </message>
</context>
<context>
    <name>QuickResults</name>
    <message>
        <source>Results</source>
        <translation>תוצאות</translation>
    </message>
</context>
<context>
    <name>QuickWindow</name>
    <message>
        <source>Quick search</source>
        <translation>חיפוש מהיר</translation>
    </message>
    <message>
        <source>Findling covers no folder yet.</source>
        <translation>‏Findling אינה מכסה עדיין אף תיקייה.</translation>
    </message>
    <message>
        <source>Open Findling</source>
        <translation>פתיחת Findling</translation>
    </message>
    <message>
        <source>Show all in Findling</source>
        <translation>הצגת הכול ב־Findling</translation>
    </message>
    <message>
        <source>open</source>
        <translation>פתיחה</translation>
    </message>
    <message>
        <source>show in folder</source>
        <translation>הצגה בתיקייה</translation>
    </message>
    <message>
        <source>copy path</source>
        <translation>העתקת הנתיב</translation>
    </message>
    <message>
        <source>copy passage</source>
        <translation>העתקת הקטע</translation>
    </message>
    <message>
        <source>Search your files</source>
        <translation>חיפוש בקבצים</translation>
    </message>
    <message>
        <source>No document matches.</source>
        <translation>אין מסמך מתאים.</translation>
    </message>
</context>
<context>
    <name>ReaderLink</name>
    <message>
        <source>The search keeps ending. Findling goes on trying.</source>
        <translation>החיפוש נפסק שוב ושוב. Findling ממשיכה לנסות.</translation>
    </message>
</context>
<context>
    <name>ReadyStep</name>
    <message>
        <source>You can search already</source>
        <translation>כבר אפשר לחפש</translation>
    </message>
    <message>
        <source>Findling is reading your files. What it has read is found at once, the rest as it comes, recent files first.</source>
        <translation>‏Findling קוראת את הקבצים. מה שנקרא נמצא מיד, והשאר בהדרגה, הקבצים החדשים תחילה.</translation>
    </message>
    <message>
        <source>Start searching</source>
        <translation>להתחיל לחפש</translation>
    </message>
    <message>
        <source>What do you remember of it?</source>
        <translation>מה זכור מזה?</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>חיפוש</translation>
    </message>
    <message>
        <source>How much is read</source>
        <translation>כמה כבר נקרא</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>בהפעלה…</translation>
    </message>
    <message>
        <source>Such as: the letter about the damp wall, or: boiler, or: “notice period”</source>
        <translation>למשל: המכתב על הקיר הרטוב, או: דוד, או: „תקופת הודעה”</translation>
    </message>
    <message>
        <source>Copying the model:</source>
        <translation>מעתיק את המודל:</translation>
    </message>
    <message>
        <source>Downloading the model:</source>
        <translation>מוריד את המודל:</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>ניסיון חוזר</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>קובץ אחד</numerusform>
            <numerusform>‏%Ln קבצים</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} of {files} searchable</source>
        <translation>‏{count} מתוך {files} ניתנים לחיפוש</translation>
    </message>
</context>
<context>
    <name>RecognitionSection</name>
    <message>
        <source>Scans and pictures</source>
        <translation>סריקות ותמונות</translation>
    </message>
    <message>
        <source>European, Chinese and Japanese</source>
        <translation>אירופיות, סינית ויפנית</translation>
    </message>
    <message>
        <source>European alone</source>
        <translation>אירופיות בלבד</translation>
    </message>
    <message>
        <source>Read the text on them</source>
        <translation>לקרוא את הטקסט שבהן</translation>
    </message>
    <message>
        <source>Takes a few seconds a page, once all other files are read, and stays on this computer. What was read already stays searchable.</source>
        <translation>נמשך כמה שניות לעמוד, אחרי שכל שאר הקבצים נקראו, ונשאר במחשב הזה. מה שכבר נקרא נשאר ניתן לחיפוש.</translation>
    </message>
    <message>
        <source>Languages on them</source>
        <translation>השפות שבהן</translation>
    </message>
    <message>
        <source>Those written in Latin letters, with or without Chinese and Japanese.</source>
        <translation>הכתובות באותיות לטיניות, עם סינית ויפנית או בלעדיהן.</translation>
    </message>
</context>
<context>
    <name>RefusalView</name>
    <message>
        <source>Open</source>
        <translation>פתיחה</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>הצגה בתיקייה</translation>
    </message>
    <message>
        <source>“{name}” is not there now.</source>
        <translation>„{name}” אינו שם כעת.</translation>
    </message>
    <message>
        <source>It is {why}.</source>
        <translation>הקובץ {why}.</translation>
    </message>
    <message>
        <source>“{name}” is no longer there.</source>
        <translation>‏“{name}” כבר לא שם.</translation>
    </message>
    <message>
        <source>It was moved, renamed or deleted.</source>
        <translation>הקובץ הועבר, שמו שונה או שנמחק.</translation>
    </message>
    <message>
        <source>“{name}” is on another computer, {computer}.</source>
        <translation>‏״{name}״ נמצא במחשב אחר, {computer}.</translation>
    </message>
    <message>
        <source>{person} shares it. What was found in it stands in the list.</source>
        <translation>‏{person} משתף אותו. מה שנמצא בו מופיע ברשימה.</translation>
    </message>
</context>
<context>
    <name>Remedies</name>
    <message>
        <source>Add a folder…</source>
        <translation>הוספת תיקייה…</translation>
    </message>
    <message>
        <source>Open the library</source>
        <translation>פתיחת הספרייה</translation>
    </message>
    <message>
        <source>Show these files</source>
        <translation>הצגת הקבצים האלה</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>בדיקה חוזרת</translation>
    </message>
    <message>
        <source>Make it again</source>
        <translation>ליצור מחדש</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>קריאה חוזרת</translation>
    </message>
    <message>
        <source>Show the model</source>
        <translation>הצגת המודל</translation>
    </message>
    <message>
        <source>Open Models</source>
        <translation>פתיחת המודלים</translation>
    </message>
    <message>
        <source>Open the server&apos;s settings</source>
        <translation>פתיחת הגדרות השרת</translation>
    </message>
    <message>
        <source>Search for it as typed</source>
        <translation>חיפוש כפי שהוקלד</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>הצגה בתיקייה</translation>
    </message>
</context>
<context>
    <name>RenameDialog</name>
    <message>
        <source>Rename</source>
        <translation>שינוי שם</translation>
    </message>
    <message>
        <source>New name, without its ending</source>
        <translation>שם חדש, ללא הסיומת</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>A name cannot have {sign} in it.</source>
        <translation>שם אינו יכול להכיל את התו {sign}.</translation>
    </message>
    <message>
        <source>Rename {name}</source>
        <translation>שינוי השם של {name}</translation>
    </message>
</context>
<context>
    <name>RenameTask</name>
    <message>
        <source>{name} lies in a protected folder, where nothing is renamed.</source>
        <translation>‏{name} נמצא בתיקייה מוגנת, ושם לא משנים שמות.</translation>
    </message>
    <message>
        <source>{name} was not renamed: {reason}</source>
        <translation>שמו של {name} לא שונה: {reason}</translation>
    </message>
    <message>
        <source>{name} is called {new} from now on.</source>
        <translation>‏{name} נקרא מעכשיו {new}.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>ביטול הפעולה</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>What was done</source>
        <translation>מה נעשה</translation>
    </message>
    <message>
        <source>{size} in all.</source>
        <translation>‏⁨{size}⁩ בסך הכול.</translation>
    </message>
    <message>
        <source>What was done, file by file</source>
        <translation>מה נעשה, קובץ אחר קובץ</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>ביטול הפעולה</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>סגירה</translation>
    </message>
    <message>
        <source>Left alone: {reason}</source>
        <translation>נשאר כשהיה: {reason}</translation>
    </message>
    <message>
        <source>{name} stays, in {folder}</source>
        <translation>‏{name} נשאר, בתיקייה {folder}</translation>
    </message>
    <message>
        <source>back in {folder}</source>
        <translation>חזר אל {folder}</translation>
    </message>
</context>
<context>
    <name>RerankedView</name>
    <message>
        <source>not read again</source>
        <translation>לא נקרא שוב</translation>
    </message>
    <message>
        <source>being read again by {name}…</source>
        <translation>נקרא שוב על ידי {name}…</translation>
    </message>
    <message>
        <source>read again by {name}</source>
        <translation>נקרא שוב על ידי {name}</translation>
    </message>
</context>
<context>
    <name>ResultActions</name>
    <message>
        <source>Passages like this one</source>
        <translation>קטעים דומים לקטע הזה</translation>
    </message>
    <message>
        <source>Versions, and what changed…</source>
        <translation>גרסאות, ומה השתנה…</translation>
    </message>
    <message>
        <source>Only this folder</source>
        <translation>רק תיקייה זו</translation>
    </message>
    <message>
        <source>Leave this folder out</source>
        <translation>להשמיט תיקייה זו</translation>
    </message>
    <message>
        <source>Save the results as a list…</source>
        <translation>שמירת התוצאות כרשימה…</translation>
    </message>
    <message numerus="yes">
        <source>Open %Ln files</source>
        <translation>
            <numerusform>פתיחת קובץ אחד</numerusform>
            <numerusform>פתיחת %Ln קבצים</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %Ln paths</source>
        <translation>
            <numerusform>העתקת נתיב אחד</numerusform>
            <numerusform>העתקת %Ln נתיבים</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %Ln files</source>
        <translation>
            <numerusform>העתקת קובץ אחד</numerusform>
            <numerusform>העתקת %Ln קבצים</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy the passages of %Ln files with their sources</source>
        <translation>
            <numerusform>העתקת הקטעים של קובץ אחד עם המקור</numerusform>
            <numerusform>העתקת הקטעים של %Ln קבצים עם מקורותיהם</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Labels of %Ln files…</source>
        <translation>
            <numerusform>תוויות של קובץ אחד…</numerusform>
            <numerusform>תוויות של %Ln קבצים…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln files to the bin…</source>
        <translation>
            <numerusform>העברת קובץ אחד לסל המיחזור…</numerusform>
            <numerusform>העברת %Ln קבצים לסל המיחזור…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save %Ln results as a list…</source>
        <translation>
            <numerusform>שמירת תוצאה אחת כרשימה…</numerusform>
            <numerusform>שמירת %Ln תוצאות כרשימה…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultExport</name>
    <message>
        <source>Results</source>
        <translation>תוצאות</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>שמירת הרשימה</translation>
    </message>
    <message numerus="yes">
        <source>%Ln result(s) are saved as {name}.</source>
        <translation>
            <numerusform>תוצאה אחת נשמרה בשם {name}.</numerusform>
            <numerusform>%Ln תוצאות נשמרו בשם {name}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultMoves</name>
    <message>
        <source>Findling</source>
        <translation>Findling</translation>
    </message>
    <message>
        <source>It can be undone, here or from the history of the duplicates.</source>
        <translation>אפשר לבטל זאת, כאן או מהיסטוריית הכפילויות.</translation>
    </message>
    <message>
        <source>Move to the bin</source>
        <translation>העברה לסל המיחזור</translation>
    </message>
    <message>
        <source>Move “{name}” to the bin?</source>
        <translation>להעביר את „{name}” לסל המיחזור?</translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln file(s) to the bin?</source>
        <translation>
            <numerusform>להעביר קובץ אחד לסל המיחזור?</numerusform>
            <numerusform>להעביר %Ln קבצים לסל המיחזור?</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for what is being written…</source>
        <translation>ממתין לסיום הכתיבה…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>ביטול הפעולה</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) put back.</source>
        <translation>
            <numerusform>הוחזר קובץ אחד.</numerusform>
            <numerusform>הוחזרו %Ln קבצים.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} is called {new} from now on.</source>
        <translation>‏{name} נקרא מעכשיו {new}.</translation>
    </message>
    <message>
        <source>{name} is in the bin.</source>
        <translation>{name} נמצא בסל המיחזור.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are in the bin.</source>
        <translation>
            <numerusform>קובץ אחד נמצא בסל המיחזור.</numerusform>
            <numerusform>%Ln קבצים נמצאים בסל המיחזור.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} stays as it is: {reason}.</source>
        <translation>{name} נשאר כפי שהוא: {reason}.</translation>
    </message>
</context>
<context>
    <name>ResultStack</name>
    <message>
        <source>Add a folder, and ask for what its files say.</source>
        <translation>הוסיפו תיקייה, ושאלו על תוכן הקבצים שבה.</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>הוספת תיקייה</translation>
    </message>
    <message>
        <source>No document matches “{query}”.</source>
        <translation>אין מסמך שמתאים ל„{query}”.</translation>
    </message>
    <message>
        <source>No other document is like this one.</source>
        <translation>אין מסמך אחר שדומה לזה.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are not fully indexed yet, so more may come.</source>
        <translation>
            <numerusform>קובץ אחד עדיין לא נסרק במלואו, ולכן ייתכנו עוד תוצאות.</numerusform>
            <numerusform>%Ln קבצים עדיין לא נסרקו במלואם, ולכן ייתכנו עוד תוצאות.</numerusform>
        </translation>
    </message>
    <message>
        <source>Words in quotation marks must stand there exactly.</source>
        <translation>מילים במירכאות חייבות להופיע כלשונן.</translation>
    </message>
    <message>
        <source>Search without filters</source>
        <translation>חיפוש ללא מסננים</translation>
    </message>
    <message>
        <source>Search without quotation marks</source>
        <translation>חיפוש בלי מירכאות</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>ניסיון חוזר</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>Weaker matches</source>
        <translation>התאמות חלשות יותר</translation>
    </message>
    <message>
        <source>No good match. Perhaps one of these:</source>
        <translation>אין התאמה טובה. אולי אחת מאלה:</translation>
    </message>
    <message>
        <source>shown above</source>
        <translation>מוצגת למעלה</translation>
    </message>
    <message>
        <source>the newest</source>
        <translation>החדשה ביותר</translation>
    </message>
    <message>
        <source>labelled {names}</source>
        <translation>עם התווית {names}</translation>
    </message>
    <message>
        <source>read by text recognition</source>
        <translation>נקרא בזיהוי טקסט</translation>
    </message>
    <message>
        <source>found by name</source>
        <translation>נמצא לפי השם</translation>
    </message>
    <message>
        <source>{label}: {why}</source>
        <translation>{label}: {why}</translation>
    </message>
    <message>
        <source>shared by {person}</source>
        <translation>שותף בידי {person}</translation>
    </message>
    <message>
        <source>no longer there</source>
        <translation>כבר לא שם</translation>
    </message>
    <message>
        <source>strong match</source>
        <translation>התאמה חזקה</translation>
    </message>
    <message>
        <source>fair match</source>
        <translation>התאמה סבירה</translation>
    </message>
    <message>
        <source>weak match</source>
        <translation>התאמה חלשה</translation>
    </message>
    <message>
        <source>not rated</source>
        <translation>לא דורג</translation>
    </message>
    <message>
        <source>Has words that you typed</source>
        <translation>מכיל מילים שהוקלדו</translation>
    </message>
    <message>
        <source>Is near in meaning to what you typed</source>
        <translation>קרוב במשמעות למה שהוקלד</translation>
    </message>
    <message>
        <source>slide {number}</source>
        <translation>שקופית {number}</translation>
    </message>
    <message>
        <source>sheet {number}</source>
        <translation>גיליון {number}</translation>
    </message>
    <message>
        <source>message {number}</source>
        <translation>הודעה {number}</translation>
    </message>
    <message>
        <source>p. {number}</source>
        <translation>עמ׳ {number}</translation>
    </message>
</context>
<context>
    <name>ResultsList</name>
    <message>
        <source>Results</source>
        <translation>תוצאות</translation>
    </message>
</context>
<context>
    <name>ResultsPane</name>
    <message numerus="yes">
        <source>Show %Ln new result(s)</source>
        <translation>
            <numerusform>הצגת תוצאה חדשה אחת</numerusform>
            <numerusform>הצגת %Ln תוצאות חדשות</numerusform>
        </translation>
    </message>
    <message>
        <source>Show better order</source>
        <translation>הצגת סדר טוב יותר</translation>
    </message>
</context>
<context>
    <name>RichTextView</name>
    <message>
        <source>Document</source>
        <translation>מסמך</translation>
    </message>
</context>
<context>
    <name>RulesDialog</name>
    <message>
        <source>Which file stays</source>
        <translation>איזה קובץ נשאר</translation>
    </message>
    <message>
        <source>Preferred folders</source>
        <translation>תיקיות מועדפות</translation>
    </message>
    <message>
        <source>Protected folders</source>
        <translation>תיקיות מוגנות</translation>
    </message>
    <message>
        <source>Folders that are left out</source>
        <translation>תיקיות שמושמטות</translation>
    </message>
    <message>
        <source>The first rule that tells the files apart decides. Alt+Up and Alt+Down move a rule.</source>
        <translation>הכלל הראשון שמבדיל בין הקבצים קובע. Alt+למעלה ו־Alt+למטה מזיזים כלל.</translation>
    </message>
    <message>
        <source>Of like files, those in here rather stay; the first folder counts most.</source>
        <translation>מבין קבצים דומים, עדיף להשאיר את אלה שכאן; התיקייה הראשונה קודמת.</translation>
    </message>
    <message>
        <source>Nothing is ever taken from here.</source>
        <translation>מכאן לא נלקח דבר לעולם.</translation>
    </message>
    <message>
        <source>Files in here are duplicates of nothing.</source>
        <translation>קבצים מכאן לעולם אינם נחשבים כפילויות.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>סגירה</translation>
    </message>
</context>
<context>
    <name>RulesList</name>
    <message>
        <source>Rules, the first one first</source>
        <translation>כללים לפי סדרם</translation>
    </message>
</context>
<context>
    <name>RulesPanel</name>
    <message>
        <source>Save rules</source>
        <translation>שמירת הכללים</translation>
    </message>
    <message>
        <source>&amp;Leave out</source>
        <translation>&amp;להשמיט</translation>
    </message>
    <message>
        <source>But &amp;keep</source>
        <translation>אבל ל&amp;השאיר</translation>
    </message>
    <message>
        <source>One pattern a line: *.zip for files that end so, Backup/ for folders of that name, /Drafts/ for the one at the top.</source>
        <translation>תבנית אחת בכל שורה: ‎*.zip לקבצים עם הסיומת הזאת, ‎Backup/‎ לתיקיות בשם הזה, ‎/Drafts/‎ לזו שבראש.</translation>
    </message>
    <message>
        <source>Always left out are hidden files and folders, what programs make and can make again (node_modules, __pycache__, *.tmp …), system folders and the bin, and files of keys and passwords. A line under “But keep” takes one back.</source>
        <translation>תמיד מושמטים קבצים ותיקיות נסתרים, מה שתוכניות יוצרות ויכולות ליצור שוב (‏node_modules,‏ __pycache__,‏ ‎*.tmp …), תיקיות מערכת וסל המיחזור, וקובצי מפתחות וסיסמאות. שורה תחת „אבל להשאיר” מחזירה אחד מהם.</translation>
    </message>
    <message>
        <source>Leave out more</source>
        <translation>להשמיט עוד</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>קובץ אחד</numerusform>
            <numerusform>‏%Ln קבצים</numerusform>
        </translation>
    </message>
    <message>
        <source>Leaves out {count} of {files}.</source>
        <translation>משמיטה {count} מתוך {files}.</translation>
    </message>
    <message>
        <source>Leaves out {count} of the first {files}; there are more than were looked at.</source>
        <translation>משמיטה {count} מתוך {files} הראשונים; יש יותר ממה שנבדק.</translation>
    </message>
    <message>
        <source>For example {names}</source>
        <translation>לדוגמה {names}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search your files by what they say</source>
        <translation>חיפוש בקבצים לפי תוכנם</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>חיפוש</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>ניקוי</translation>
    </message>
    <message>
        <source>By meaning and words</source>
        <translation>לפי משמעות ומילים</translation>
    </message>
    <message>
        <source>By meaning alone</source>
        <translation>לפי משמעות בלבד</translation>
    </message>
    <message>
        <source>By words alone</source>
        <translation>לפי מילים בלבד</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>הצעות</translation>
    </message>
    <message>
        <source>How to search</source>
        <translation>אופן החיפוש</translation>
    </message>
</context>
<context>
    <name>SearchHistory</name>
    <message>
        <source>Your searches could not be saved: {reason}. They hold until Findling ends.</source>
        <translation>לא ניתן לשמור את החיפושים: {reason}. הם יישמרו עד לסגירת Findling.</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>הכונן מלא</translation>
    </message>
    <message>
        <source>{folder} cannot be written to</source>
        <translation>לא ניתן לכתוב אל {folder}</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>נבחרה אחת</numerusform>
            <numerusform>נבחרו %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Name of this search</source>
        <translation>שם החיפוש הזה</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>שמירה</translation>
    </message>
</context>
<context>
    <name>ServerFields</name>
    <message>
        <source>only where the server wants one</source>
        <translation>רק אם השרת דורש</translation>
    </message>
    <message>
        <source>Goes into the keyring of your system, and into no file.</source>
        <translation>נשמרת בצרור המפתחות של המערכת, ולא בשום קובץ.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>כתובת</translation>
    </message>
</context>
<context>
    <name>ServerSection</name>
    <message>
        <source>Server</source>
        <translation>שרת</translation>
    </message>
    <message>
        <source>Of a computer of yours that runs “findling serve”, of Text Embeddings Inference, or of a server that speaks as OpenAI’s does, with “v1” at its end. It has to serve the model that is in use here.</source>
        <translation>של מחשב משלך שמריץ ‎“findling serve”‎, של Text Embeddings Inference, או של שרת שמדבר כמו זה של OpenAI, עם ‎“v1”‎ בסוף. עליו להגיש את המודל שבשימוש כאן.</translation>
    </message>
    <message>
        <source>Address of the server that works out meanings</source>
        <translation>כתובת השרת שמפיק משמעויות</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>מפתח</translation>
    </message>
    <message>
        <source>Key of the server that works out meanings</source>
        <translation>מפתח השרת שמפיק משמעויות</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>כיבוי</translation>
    </message>
    <message>
        <source>Turn the server off</source>
        <translation>כיבוי השרת</translation>
    </message>
    <message>
        <source>On: the texts of your files are sent to {address}, which works out what they mean. What you search for is not sent.</source>
        <translation>פועל: הטקסטים של הקבצים נשלחים אל {address}, ושם מופקת משמעותם. מה שמחפשים אינו נשלח.</translation>
    </message>
    <message>
        <source>Off. A stronger computer can work out what your files mean in place of this one; their texts are sent there then, and what you search for is not.</source>
        <translation>כבוי. מחשב חזק יותר יכול להפיק את משמעות הקבצים במקום המחשב הזה; אז הטקסטים שלהם נשלחים לשם, ומה שמחפשים אינו נשלח.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>ניסיון נוסף</translation>
    </message>
    <message>
        <source>Try and use</source>
        <translation>ניסיון ושימוש</translation>
    </message>
    <message>
        <source>Comparing three texts…</source>
        <translation>שלושה טקסטים מושווים…</translation>
    </message>
    <message>
        <source>It has {model}; what it made of three texts agrees with what is made here to {likeness}, where 1 is the same.</source>
        <translation>יש בו {model}; מה שהפיק משלושה טקסטים תואם את מה שמופק כאן במידה של {likeness}, כאשר 1 פירושו זהה.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>דבר לא השתנה.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Sections</source>
        <translation>פרקים</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>הגדרות</translation>
    </message>
    <message>
        <source>{trouble} Changes hold until Findling ends.</source>
        <translation>‏{trouble} השינויים תקפים עד לסגירת Findling.</translation>
    </message>
</context>
<context>
    <name>SharingSection</name>
    <message>
        <source>Assistants</source>
        <translation>עוזרים</translation>
    </message>
    <message>
        <source>Assistants and other programs on this computer may search and read the folders that you share here, and nothing else. They change nothing. What they read they may pass on, and most assistants send it to a server: share what you would show them.</source>
        <translation>עוזרים ותוכניות אחרות במחשב הזה רשאים לחפש ולקרוא את התיקיות שמשותפות כאן, ושום דבר אחר. הם אינם משנים דבר. את מה שהם קוראים הם עשויים להעביר הלאה, ורוב העוזרים שולחים אותו לשרת: כדאי לשתף רק את מה שאפשר להראות להם.</translation>
    </message>
    <message>
        <source>Shared folders</source>
        <translation>תיקיות משותפות</translation>
    </message>
    <message>
        <source>With all that is in them, from this moment on.</source>
        <translation>עם כל מה שבהן, מרגע זה ואילך.</translation>
    </message>
    <message>
        <source>Search of the desktop</source>
        <translation>החיפוש של שולחן העבודה</translation>
    </message>
    <message>
        <source>GNOME&apos;s or KDE&apos;s own search finds what you share here, and shows titles and passages of it on the screen.</source>
        <translation>החיפוש של GNOME או של KDE מוצא את מה שמשותף כאן, ומציג על המסך כותרות וקטעים מתוכו.</translation>
    </message>
    <message>
        <source>Assistants on this computer</source>
        <translation>עוזרים במחשב הזה</translation>
    </message>
    <message>
        <source>Writes into their settings how Findling is started, or takes that out again; nothing else is changed.</source>
        <translation>כותב בהגדרות שלהם איך מפעילים את Findling, או מוציא זאת משם; שום דבר אחר אינו משתנה.</translation>
    </message>
    <message>
        <source>What was asked for</source>
        <translation>מה שהתבקש</translation>
    </message>
    <message>
        <source>Each call, with the files that the answer named. It stays on this computer until you forget it.</source>
        <translation>כל קריאה, עם הקבצים שהתשובה ציינה. זה נשאר במחשב הזה עד שנשכח.</translation>
    </message>
    <message>
        <source>The library has no folders yet.</source>
        <translation>בספרייה אין עדיין תיקיות.</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Go to the search box</source>
        <translation>מעבר לתיבת החיפוש</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>פתיחת הקובץ</translation>
    </message>
    <message>
        <source>Show the file in its folder</source>
        <translation>הצגת הקובץ בתיקייה שלו</translation>
    </message>
    <message>
        <source>Copy the file&apos;s path</source>
        <translation>העתקת נתיב הקובץ</translation>
    </message>
    <message>
        <source>Rename the file…</source>
        <translation>שינוי שם הקובץ…</translation>
    </message>
    <message>
        <source>Copy the file itself</source>
        <translation>העתקת הקובץ עצמו</translation>
    </message>
    <message>
        <source>Labels…</source>
        <translation>תוויות…</translation>
    </message>
    <message>
        <source>In Labels: undo what was done last</source>
        <translation>בתוויות: ביטול הפעולה האחרונה</translation>
    </message>
    <message>
        <source>Move the file to the bin…</source>
        <translation>העברת הקובץ לסל המיחזור…</translation>
    </message>
    <message>
        <source>Copy the passage with its source</source>
        <translation>העתקת הקטע עם מקורו</translation>
    </message>
    <message>
        <source>Peek at the file</source>
        <translation>הצצה בקובץ</translation>
    </message>
    <message>
        <source>Previous result, from the search box too</source>
        <translation>התוצאה הקודמת, גם מתיבת החיפוש</translation>
    </message>
    <message>
        <source>Next result, from the search box too</source>
        <translation>התוצאה הבאה, גם מתיבת החיפוש</translation>
    </message>
    <message>
        <source>Clear the search, then hide the window</source>
        <translation>ניקוי החיפוש, ואז הסתרת החלון</translation>
    </message>
    <message>
        <source>Next match in the preview</source>
        <translation>ההתאמה הבאה בתצוגה המקדימה</translation>
    </message>
    <message>
        <source>Previous match in the preview</source>
        <translation>ההתאמה הקודמת בתצוגה המקדימה</translation>
    </message>
    <message>
        <source>Find in the preview</source>
        <translation>חיפוש בתצוגה המקדימה</translation>
    </message>
    <message>
        <source>Documents like this one</source>
        <translation>מסמכים דומים לזה</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>שמירת החיפוש הזה</translation>
    </message>
    <message>
        <source>All actions</source>
        <translation>כל הפעולות</translation>
    </message>
    <message>
        <source>Pause indexing, or go on</source>
        <translation>השהיית הקריאה או המשכה</translation>
    </message>
    <message>
        <source>Go to Search</source>
        <translation>מעבר אל חיפוש</translation>
    </message>
    <message>
        <source>Go to Duplicates</source>
        <translation>מעבר אל כפילויות</translation>
    </message>
    <message>
        <source>Go to Topics</source>
        <translation>מעבר אל הנושאים</translation>
    </message>
    <message>
        <source>Go to Labels</source>
        <translation>מעבר אל התוויות</translation>
    </message>
    <message>
        <source>Go to Library</source>
        <translation>מעבר אל הספרייה</translation>
    </message>
    <message>
        <source>Go to Models</source>
        <translation>מעבר אל מודלים</translation>
    </message>
    <message>
        <source>Go to Settings</source>
        <translation>מעבר אל ההגדרות</translation>
    </message>
    <message>
        <source>Show or hide the preview</source>
        <translation>הצגה או הסתרה של התצוגה המקדימה</translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation>הצגת כל המקשים</translation>
    </message>
    <message>
        <source>Quit Findling</source>
        <translation>יציאה מ־Findling</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Findling</source>
        <translation>Findling</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>שמורים</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>חיפוש</translation>
    </message>
    <message>
        <source>Copy the search</source>
        <translation>העתקת החיפוש</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>שינוי שם…</translation>
    </message>
    <message>
        <source>Replace by what is searched for now</source>
        <translation>החלפה בחיפוש הנוכחי</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>למעלה</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>למטה</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>הסרה</translation>
    </message>
</context>
<context>
    <name>SingleInstance</name>
    <message>
        <source>the name {name} is too long</source>
        <translation>השם {name} ארוך מדי</translation>
    </message>
</context>
<context>
    <name>Skeleton</name>
    <message>
        <source>The document is being read</source>
        <translation>המסמך נקרא</translation>
    </message>
</context>
<context>
    <name>SortButton</name>
    <message>
        <source>Best first</source>
        <translation>הטובות תחילה</translation>
    </message>
    <message>
        <source>Latest first</source>
        <translation>החדשים תחילה</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>לפי שם</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>הגדולים תחילה</translation>
    </message>
    <message>
        <source>Order: {order}</source>
        <translation>סדר: {order}</translation>
    </message>
</context>
<context>
    <name>SourceButton</name>
    <message>
        <source>My files</source>
        <translation>הקבצים שלי</translation>
    </message>
    <message>
        <source>Shared library</source>
        <translation>ספרייה משותפת</translation>
    </message>
    <message>
        <source>Search in: {where}</source>
        <translation>לחפש ב: {where}</translation>
    </message>
</context>
<context>
    <name>SpanLabels</name>
    <message numerus="yes">
        <source>the last %Ln day(s)</source>
        <translation>
            <numerusform>היום האחרון</numerusform>
            <numerusform>‏%Ln הימים האחרונים</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the last %Ln week(s)</source>
        <translation>
            <numerusform>השבוע האחרון</numerusform>
            <numerusform>‏%Ln השבועות האחרונים</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the last %Ln month(s)</source>
        <translation>
            <numerusform>החודש האחרון</numerusform>
            <numerusform>‏%Ln החודשים האחרונים</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the last %Ln year(s)</source>
        <translation>
            <numerusform>השנה האחרונה</numerusform>
            <numerusform>‏%Ln השנים האחרונות</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>before the last %Ln day(s)</source>
        <translation>
            <numerusform>לפני היום האחרון</numerusform>
            <numerusform>לפני %Ln הימים האחרונים</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>before the last %Ln week(s)</source>
        <translation>
            <numerusform>לפני השבוע האחרון</numerusform>
            <numerusform>לפני %Ln השבועות האחרונים</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>before the last %Ln month(s)</source>
        <translation>
            <numerusform>לפני החודש האחרון</numerusform>
            <numerusform>לפני %Ln החודשים האחרונים</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>before the last %Ln year(s)</source>
        <translation>
            <numerusform>לפני השנה האחרונה</numerusform>
            <numerusform>לפני %Ln השנים האחרונות</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpanPopup</name>
    <message>
        <source>Show these</source>
        <translation>הצגת אלה</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;מתאריך</translation>
    </message>
    <message>
        <source>&amp;To, with this day</source>
        <translation>&amp;עד, כולל היום הזה</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d בMMM yyyy</translation>
    </message>
</context>
<context>
    <name>Spinner</name>
    <message>
        <source>Searching</source>
        <translation>מחפשת</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>What is in the library, and what is not searchable</source>
        <translation>מה יש בספרייה, ובמה אי אפשר לחפש</translation>
    </message>
    <message>
        <source>Go on indexing</source>
        <translation>המשך הקריאה</translation>
    </message>
    <message>
        <source>Pause indexing</source>
        <translation>השהיית הקריאה</translation>
    </message>
    <message>
        <source>texts go to {server}</source>
        <translation>טקסטים נשלחים אל {server}</translation>
    </message>
</context>
<context>
    <name>StatusText</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>קובץ אחד</numerusform>
            <numerusform>‏%Ln קבצים</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation>
            <numerusform>אחד ממתין</numerusform>
            <numerusform>‏%Ln ממתינים</numerusform>
        </translation>
    </message>
    <message>
        <source>fetching {model}</source>
        <translation>מביא את {model}</translation>
    </message>
    <message>
        <source>fetching {model}: {done} of {total}</source>
        <translation>מביא את {model}: {done} מתוך {total}</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>בהפעלה</translation>
    </message>
    <message>
        <source>up to date</source>
        <translation>מעודכן</translation>
    </message>
    <message>
        <source>Indexing keeps ending. Findling goes on trying.</source>
        <translation>הקריאה נפסקת שוב ושוב. Findling ממשיכה לנסות.</translation>
    </message>
    <message>
        <source>going over to another model</source>
        <translation>מעבר למודל אחר</translation>
    </message>
    <message>
        <source>going over to {model}</source>
        <translation>מעבר אל {model}</translation>
    </message>
    <message>
        <source>going over to {model}, {time} left</source>
        <translation>מעבר אל {model}, נותרו {time}</translation>
    </message>
    <message>
        <source>the change to {model} rests</source>
        <translation>המעבר אל {model} נח</translation>
    </message>
    <message>
        <source>{model} answers until then</source>
        <translation>עד אז עונה {model}</translation>
    </message>
    <message>
        <source>looking for changes</source>
        <translation>מחפשת שינויים</translation>
    </message>
    <message>
        <source>indexing</source>
        <translation>קוראת</translation>
    </message>
    <message>
        <source>reading scans and pictures, {time} left</source>
        <translation>קורא סריקות ותמונות, נותרו {time}</translation>
    </message>
    <message>
        <source>grouping documents by topic</source>
        <translation>מקבץ מסמכים לפי נושאים</translation>
    </message>
    <message>
        <source>indexing, {time} left</source>
        <translation>קוראת, נותרו {time}</translation>
    </message>
    <message>
        <source>all searchable</source>
        <translation>כולם ניתנים לחיפוש</translation>
    </message>
    <message numerus="yes">
        <source>%Ln searchable</source>
        <translation>
            <numerusform>אחד ניתן לחיפוש</numerusform>
            <numerusform>‏%Ln ניתנים לחיפוש</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not: why</source>
        <translation>
            <numerusform>אחד לא: מדוע</numerusform>
            <numerusform>‏%Ln לא: מדוע</numerusform>
        </translation>
    </message>
    <message>
        <source>reading scans and pictures</source>
        <translation>קורא סריקות ותמונות</translation>
    </message>
    <message>
        <source>{work}, working out how long it takes</source>
        <translation>‏{work}, בודק כמה זמן זה יימשך</translation>
    </message>
    <message>
        <source>paused until {time}</source>
        <translation>מושהה עד {time}</translation>
    </message>
    <message>
        <source>paused until there is mains power</source>
        <translation>מושהה עד לחיבור לחשמל</translation>
    </message>
    <message>
        <source>resting on battery</source>
        <translation>במנוחה, על סוללה</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>מושהה</translation>
    </message>
</context>
<context>
    <name>StorageSection</name>
    <message>
        <source>Advanced</source>
        <translation>מתקדם</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>ספרייה</translation>
    </message>
    <message>
        <source>The text of your documents, and what they mean.</source>
        <translation>הטקסט של המסמכים, ומשמעותם.</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>אינדקס</translation>
    </message>
    <message>
        <source>Makes searching fast. If it is lost, Findling makes it again.</source>
        <translation>מזרז את החיפוש. אם יאבד, Findling תיצור אותו מחדש.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>יומן</translation>
    </message>
    <message>
        <source>What went wrong, for whoever looks into it.</source>
        <translation>מה השתבש, למי שבודק את העניין.</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>קובץ ההגדרות</translation>
    </message>
    <message>
        <source>What stands on this page, as text that can be edited.</source>
        <translation>מה שכתוב בדף הזה, כטקסט שאפשר לערוך.</translation>
    </message>
    <message>
        <source>About Findling</source>
        <translation>על אודות Findling</translation>
    </message>
    <message>
        <source>Findling itself</source>
        <translation>‏Findling עצמה</translation>
    </message>
    <message>
        <source>Its version, and whose work is in it.</source>
        <translation>הגרסה שלה, ועבודתם של מי יש בה.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s)</source>
        <translation>
            <numerusform>קטע אחד</numerusform>
            <numerusform>‏%Ln קטעים</numerusform>
        </translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>הצגה בתיקייה</translation>
    </message>
    <message>
        <source>Show in folder: {name}</source>
        <translation>הצגה בתיקייה: {name}</translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message>
        <source>Videos</source>
        <translation>סרטונים</translation>
    </message>
    <message>
        <source>Music</source>
        <translation>מוזיקה</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>תמונות</translation>
    </message>
    <message>
        <source>Archives</source>
        <translation>ארכיונים</translation>
    </message>
    <message>
        <source>Programs</source>
        <translation>תוכניות</translation>
    </message>
    <message>
        <source>Folders named Backup</source>
        <translation>תיקיות בשם Backup</translation>
    </message>
    <message>
        <source>Folders named Old</source>
        <translation>תיקיות בשם Old</translation>
    </message>
</context>
<context>
    <name>Sureness</name>
    <message>
        <source>very likely</source>
        <translation>סביר מאוד</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>סביר</translation>
    </message>
    <message>
        <source>as likely as not</source>
        <translation>ייתכן</translation>
    </message>
    <message>
        <source>rather unlikely</source>
        <translation>לא כל כך סביר</translation>
    </message>
    <message>
        <source>unlikely</source>
        <translation>לא סביר</translation>
    </message>
    <message>
        <source>new</source>
        <translation>חדש</translation>
    </message>
</context>
<context>
    <name>TableView</name>
    <message>
        <source>Table</source>
        <translation>טבלה</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>גיליונות</translation>
    </message>
</context>
<context>
    <name>TeamSection</name>
    <message>
        <source>Shared library</source>
        <translation>ספרייה משותפת</translation>
    </message>
    <message>
        <source>Of the database on a PostgreSQL server of yours, as whoever runs it tells you.</source>
        <translation>של מסד הנתונים בשרת PostgreSQL שלכם, כפי שמסר מי שמפעיל אותו.</translation>
    </message>
    <message>
        <source>Address of the shared library</source>
        <translation>כתובת הספרייה המשותפת</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>סיסמה</translation>
    </message>
    <message>
        <source>Password for the shared library</source>
        <translation>סיסמה לספרייה המשותפת</translation>
    </message>
    <message>
        <source>What you share</source>
        <translation>מה שמשותף</translation>
    </message>
    <message>
        <source>Text, names, dates and people of all that is in a folder can be found and read by those whom you name: people and groups of the server, or everyone. Changes follow by themselves.</source>
        <translation>טקסטים, שמות, תאריכים ואנשים מכל מה שבתיקייה יוכלו למצוא ולקרוא מי שיצוינו: אנשים וקבוצות של השרת, או everyone לכולם. שינויים מתעדכנים מעצמם.</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>להצטרף</translation>
    </message>
    <message>
        <source>Leave…</source>
        <translation>לעזוב…</translation>
    </message>
    <message>
        <source>Create…</source>
        <translation>ליצור…</translation>
    </message>
    <message>
        <source>Create a shared library</source>
        <translation>ליצור ספרייה משותפת</translation>
    </message>
    <message>
        <source>Join the shared library</source>
        <translation>להצטרף לספרייה המשותפת</translation>
    </message>
    <message>
        <source>Leave the shared library</source>
        <translation>לעזוב את הספרייה המשותפת</translation>
    </message>
    <message>
        <source>Make a shared library in the empty database at this address, for the model in use here? All who join need that model. The server must let you make roles and the extension pgvector.</source>
        <translation>ליצור ספרייה משותפת במסד הנתונים הריק שבכתובת הזאת, עבור המודל שבשימוש כאן? כל מי שמצטרפים זקוקים למודל הזה. השרת צריך להרשות לכם ליצור תפקידים ואת ההרחבה pgvector.</translation>
    </message>
    <message>
        <source>Create it</source>
        <translation>ליצור אותה</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>Leave the shared library? What you share there is taken back at once.</source>
        <translation>לעזוב את הספרייה המשותפת? מה שמשותף בה נלקח בחזרה מיד.</translation>
    </message>
    <message>
        <source>Leave the shared library? Its server is not asked, so that what you share stays there.</source>
        <translation>לעזוב את הספרייה המשותפת? השרת שלה לא יישאל, ולכן מה שמשותף נשאר שם.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>לעזוב</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>השרת נשאל…</translation>
    </message>
    <message>
        <source>People who work together can have one library on a PostgreSQL server of theirs. Each computer reads its own files, and what you share there is found by those whom you share it with. Nothing is shared before you choose a folder.</source>
        <translation>מי שעובדים יחד יכולים להחזיק ספרייה אחת בשרת PostgreSQL שלהם. כל מחשב קורא את הקבצים שלו, ומה שמשותף בה נמצא בידי מי ששיתפת איתם. דבר אינו משותף לפני בחירת תיקייה.</translation>
    </message>
    <message>
        <source>Joined: {address}.</source>
        <translation>חוברה: {address}.</translation>
    </message>
    <message numerus="yes">
        <source>You may see %Ln file(s) there.</source>
        <translation>
            <numerusform>אפשר לראות שם קובץ אחד.</numerusform>
            <numerusform>אפשר לראות שם %Ln קבצים.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not all of it was published yet.</source>
        <translation>עדיין לא הכול פורסם.</translation>
    </message>
    <message>
        <source>Published last: {day}, {time}.</source>
        <translation>פורסם לאחרונה: {day}, {time}.</translation>
    </message>
</context>
<context>
    <name>TopicFileList</name>
    <message>
        <source>Documents of the topic</source>
        <translation>מסמכי הנושא</translation>
    </message>
</context>
<context>
    <name>TopicList</name>
    <message>
        <source>Topics and their parts</source>
        <translation>נושאים וחלקיהם</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>כל המסמכים</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>מסמך אחד</numerusform>
            <numerusform>‏%Ln מסמכים</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopicsPage</name>
    <message>
        <source>Looking at the topics…</source>
        <translation>הנושאים נבדקים…</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>נושאים</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>מפה</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>מסמך</translation>
    </message>
    <message>
        <source>Search in this topic</source>
        <translation>חיפוש בנושא הזה</translation>
    </message>
</context>
<context>
    <name>TopicsSection</name>
    <message>
        <source>Topics</source>
        <translation>נושאים</translation>
    </message>
    <message>
        <source>Group documents by topic</source>
        <translation>לקבץ מסמכים לפי נושאים</translation>
    </message>
    <message>
        <source>While nothing else is to be done, on this computer. Topics that were found stay.</source>
        <translation>כשאין משהו אחר לעשות, במחשב הזה. נושאים שנמצאו נשארים.</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Findling</source>
        <translation>Findling</translation>
    </message>
    <message>
        <source>Open Findling</source>
        <translation>פתיחת Findling</translation>
    </message>
    <message>
        <source>Quick search</source>
        <translation>חיפוש מהיר</translation>
    </message>
    <message>
        <source>Go on indexing</source>
        <translation>המשך הקריאה</translation>
    </message>
    <message>
        <source>Pause indexing</source>
        <translation>השהיית הקריאה</translation>
    </message>
    <message>
        <source>For an hour</source>
        <translation>לשעה</translation>
    </message>
    <message>
        <source>Until there is mains power</source>
        <translation>עד לחיבור לחשמל</translation>
    </message>
    <message>
        <source>Until I say so</source>
        <translation>עד להודעה חדשה</translation>
    </message>
    <message>
        <source>Quit Findling</source>
        <translation>יציאה מ־Findling</translation>
    </message>
    <message>
        <source>Indexing is paused</source>
        <translation>הקריאה מושהית</translation>
    </message>
    <message>
        <source>Indexing keeps ending. Findling goes on trying.</source>
        <translation>הקריאה נפסקת שוב ושוב. Findling ממשיכה לנסות.</translation>
    </message>
    <message>
        <source>Indexing</source>
        <translation>קוראת</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>מעודכן</translation>
    </message>
</context>
<context>
    <name>TrialOutcome</name>
    <message>
        <source>Show it</source>
        <translation>הצגה</translation>
    </message>
    <message numerus="yes">
        <source>%Ln question(s)</source>
        <translation>
            <numerusform>שאלה אחת</numerusform>
            <numerusform>%Ln שאלות</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>over %Ln document(s)</source>
        <translation>
            <numerusform>על מסמך אחד</numerusform>
            <numerusform>על %Ln מסמכים</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln judged</source>
        <translation>
            <numerusform>אחת נשפטה</numerusform>
            <numerusform>%Ln נשפטו</numerusform>
        </translation>
    </message>
    <message>
        <source>{asked} {documents}, {judged}</source>
        <translation>{asked} {documents}, {judged}</translation>
    </message>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
    <message>
        <source>made questions {score}</source>
        <translation>שאלות שנוצרו {score}</translation>
    </message>
    <message>
        <source>judged questions {score}</source>
        <translation>שאלות שנשפטו {score}</translation>
    </message>
    <message>
        <source>right one first: {share}</source>
        <translation>הנכון ראשון: {share}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s) a second</source>
        <translation>
            <numerusform>קטע אחד בשנייה</numerusform>
            <numerusform>%Ln קטעים בשנייה</numerusform>
        </translation>
    </message>
    <message>
        <source>whole library: {time}</source>
        <translation>כל הספרייה: {time}</translation>
    </message>
    <message>
        <source>Words alone</source>
        <translation>מילים בלבד</translation>
    </message>
</context>
<context>
    <name>TrialPanel</name>
    <message>
        <source>Compare models on your files…</source>
        <translation>השוואת מודלים על הקבצים שלך…</translation>
    </message>
    <message>
        <source>Questions of your own, one a line</source>
        <translation>שאלות משלך, אחת בכל שורה</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>השוואה</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>לא עכשיו</translation>
    </message>
    <message>
        <source>A sample of your files is taken…</source>
        <translation>נלקח מדגם מהקבצים שלך…</translation>
    </message>
    <message>
        <source>Words alone</source>
        <translation>מילים בלבד</translation>
    </message>
    <message>
        <source>Asking: {model}</source>
        <translation>נשאל: {model}</translation>
    </message>
    <message>
        <source>This takes {time}.</source>
        <translation>זה אורך {time}.</translation>
    </message>
    <message>
        <source>Questions are made from a sample of your files, and asked of the model in use, of up to two others that are installed, and of words alone. What answers your own questions and earlier searches, you say. Nothing leaves this computer. It takes up to half an hour, can be stopped, and goes on where it was.</source>
        <translation>ממדגם של הקבצים שלך נוצרות שאלות, והן נשאלות במודל שבשימוש, בעד שני אחרים שמותקנים ובמילים בלבד. מה עונה על השאלות שלך ועל חיפושים קודמים, זאת אפשר לומר כאן. דבר אינו יוצא מהמחשב הזה. זה אורך עד חצי שעה, אפשר לעצור, וזה ממשיך מהמקום שבו היה.</translation>
    </message>
    <message>
        <source>Which model is best for your files</source>
        <translation>איזה מודל הוא הטוב ביותר לקבצים שלך</translation>
    </message>
</context>
<context>
    <name>TrialsTable</name>
    <message>
        <source>What this machine can compute with</source>
        <translation>במה המחשב הזה יכול לחשב</translation>
    </message>
    <message>
        <source>Computes with</source>
        <translation>מחשב באמצעות</translation>
    </message>
    <message>
        <source>Passages a second</source>
        <translation>קטעים בשנייה</translation>
    </message>
    <message>
        <source>Off by</source>
        <translation>סטייה</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>תוצאה</translation>
    </message>
    <message>
        <source>computes right</source>
        <translation>מחשב נכון</translation>
    </message>
</context>
<context>
    <name>VersionDialog</name>
    <message>
        <source>Versions of {name}</source>
        <translation>גרסאות של {name}</translation>
    </message>
    <message>
        <source>Looking for versions…</source>
        <translation>מחפש גרסאות…</translation>
    </message>
    <message>
        <source>Versions, newest first</source>
        <translation>גרסאות, החדשה תחילה</translation>
    </message>
    <message>
        <source>What changed in it</source>
        <translation>מה השתנה בה</translation>
    </message>
    <message>
        <source>Open this version</source>
        <translation>פתיחת הגרסה הזאת</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>סגירה</translation>
    </message>
    <message>
        <source>No other version of it is known.</source>
        <translation>לא ידועה גרסה אחרת שלו.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln versions are known, the newest first.</source>
        <translation>
            <numerusform>ידועה גרסה אחת.</numerusform>
            <numerusform>ידועות %Ln גרסאות, החדשה תחילה.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln versions are known; nothing tells the order of some.</source>
        <translation>
            <numerusform>ידועה גרסה אחת.</numerusform>
            <numerusform>ידועות %Ln גרסאות; לגבי חלקן אין סימן לסדר.</numerusform>
        </translation>
    </message>
    <message>
        <source>order not known</source>
        <translation>הסדר אינו ידוע</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>ועוד אחד</numerusform>
            <numerusform>ועוד %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>The oldest version that is known.</source>
        <translation>הגרסה הישנה ביותר שידועה.</translation>
    </message>
    <message>
        <source>No word changed.</source>
        <translation>אף מילה לא השתנתה.</translation>
    </message>
    <message>
        <source>Nothing tells whether this or the one above is the older version.</source>
        <translation>אין סימן אם זו הגרסה הישנה יותר או זו שמעליה.</translation>
    </message>
    <message>
        <source>{kind}, new</source>
        <translation>{kind}, חדש</translation>
    </message>
    <message>
        <source>{kind}, gone</source>
        <translation>{kind}, הוסר</translation>
    </message>
    <message>
        <source>number</source>
        <translation>מספר</translation>
    </message>
    <message>
        <source>date</source>
        <translation>תאריך</translation>
    </message>
    <message>
        <source>name</source>
        <translation>שם</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>כן או לא</translation>
    </message>
    <message>
        <source>words</source>
        <translation>מילים</translation>
    </message>
    <message>
        <source>sentence or more</source>
        <translation>משפט או יותר</translation>
    </message>
</context>
<context>
    <name>WeeklyTip</name>
    <message>
        <source>{keys} keeps a search under a name, at the left.</source>
        <translation>‏{keys} שומר חיפוש בשם, בצד.</translation>
    </message>
    <message>
        <source>{keys} finds documents like the chosen one.</source>
        <translation>‏{keys} מוצא מסמכים דומים לנבחר.</translation>
    </message>
    <message>
        <source>{keys} copies the shown passage with its source.</source>
        <translation>‏{keys} מעתיק את הקטע המוצג עם מקורו.</translation>
    </message>
    <message>
        <source>{keys} goes from word to word in the preview.</source>
        <translation>‏{keys} עובר ממילה למילה בתצוגה המקדימה.</translation>
    </message>
    <message>
        <source>after:7d finds what changed in the last seven days, and after:this-week goes with the week.</source>
        <translation>‏after:7d מוצא מה שהשתנה בשבעת הימים האחרונים, ו־after:this-week מתקדם עם השבוע.</translation>
    </message>
    <message>
        <source>A minus before a word leaves out the documents that have it: lease -draft</source>
        <translation>מינוס לפני מילה משמיט את המסמכים שיש בהם אותה: חוזה -טיוטה</translation>
    </message>
    <message>
        <source>A row can be dragged into another program, as a file would be.</source>
        <translation>אפשר לגרור שורה לתוכנה אחרת כמו קובץ.</translation>
    </message>
    <message>
        <source>A key of your choice, in the settings, opens a small search window in any program.</source>
        <translation>מקש לבחירתך, בהגדרות, פותח חלון חיפוש קטן מכל תוכנה.</translation>
    </message>
    <message>
        <source>name:invoice finds files by any part of their name, read or not.</source>
        <translation>‏name:חשבונית מוצא קבצים לפי כל חלק בשמם, בין שנקראו ובין שלא.</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Step {number} of {all}</source>
        <translation>שלב {number} מתוך {all}</translation>
    </message>
</context>
<context>
    <name>WipeWindow</name>
    <message>
        <source>Forget everything</source>
        <translation>שכחת הכול</translation>
    </message>
    <message>
        <source>Forgetting everything…</source>
        <translation>שוכחת הכול…</translation>
    </message>
    <message>
        <source>What went and what stayed, one by one</source>
        <translation>מה נמחק ומה נשאר, אחד אחד</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>ניסיון חוזר</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>סגירה</translation>
    </message>
    <message>
        <source>What else has the library open is being ended; that may take a minute.</source>
        <translation>כל מה שמחזיק את הספרייה פתוחה נסגר; זה עשוי להימשך דקה.</translation>
    </message>
    <message>
        <source>Nothing was forgotten</source>
        <translation>דבר לא נשכח</translation>
    </message>
    <message>
        <source>Not everything is forgotten</source>
        <translation>לא הכול נשכח</translation>
    </message>
    <message>
        <source>Something in Findling went wrong ({name}).</source>
        <translation>משהו השתבש ב־Findling ({name}).</translation>
    </message>
    <message>
        <source>Everything is forgotten</source>
        <translation>הכול נשכח</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) of Findling’s own, {size}, are deleted.</source>
        <translation>
            <numerusform>קובץ %Ln של Findling‏, {size}, נמחק.</numerusform>
            <numerusform>%Ln קבצים של Findling‏, {size}, נמחקו.</numerusform>
        </translation>
    </message>
    <message>
        <source>Started again, Findling is as on the first day.</source>
        <translation>בהפעלה הבאה Findling תהיה כמו ביום הראשון.</translation>
    </message>
    <message>
        <source>Started again, Findling knows nothing but your settings.</source>
        <translation>בהפעלה הבאה Findling תכיר רק את ההגדרות שלך.</translation>
    </message>
    <message>
        <source>Your own files are as they were.</source>
        <translation>הקבצים שלך נשארו כפי שהיו.</translation>
    </message>
    <message>
        <source>Taken away.</source>
        <translation>הוסר.</translation>
    </message>
    <message>
        <source>Kept, since Findling did not make it.</source>
        <translation>נשאר, כי Findling לא יצרה אותו.</translation>
    </message>
    <message>
        <source>Installed models stay.</source>
        <translation>מודלים מותקנים נשארים.</translation>
    </message>
</context>
<context>
    <name>WriterLink</name>
    <message>
        <source>Changes are noticed only every few minutes</source>
        <translation>שינויים מזוהים רק אחת לכמה דקות</translation>
    </message>
    <message numerus="yes">
        <source>%Ln folder(s) not connected</source>
        <translation>
            <numerusform>תיקייה אחת אינה מחוברת</numerusform>
            <numerusform>‏%Ln תיקיות אינן מחוברות</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_FolderRow</name>
    <message>
        <source>everyone, or names with commas between them</source>
        <translation>‏everyone לכולם, או שמות עם פסיקים ביניהם</translation>
    </message>
    <message>
        <source>People and groups for {folder}</source>
        <translation>אנשים וקבוצות עבור {folder}</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>לקחת בחזרה</translation>
    </message>
    <message>
        <source>Withdraw {folder}</source>
        <translation>לקחת בחזרה את {folder}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>לשנות</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>לשתף</translation>
    </message>
</context>
<context>
    <name>_Gauge</name>
    <message>
        <source>better</source>
        <translation>טוב יותר</translation>
    </message>
    <message>
        <source>as now</source>
        <translation>כמו עכשיו</translation>
    </message>
    <message>
        <source>less</source>
        <translation>פחות</translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>{keys} has another meaning already: {action}.</source>
        <translation>ל־{keys} כבר יש משמעות אחרת: {action}.</translation>
    </message>
    <message>
        <source>{keys} alone would be in the way of typing. Add Ctrl or Alt.</source>
        <translation>‏{keys} לבדו יפריע להקלדה. יש להוסיף Ctrl או Alt.</translation>
    </message>
</context>
<context>
    <name>_PassphraseDialog</name>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>counting…</source>
        <translation>סופרת…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>מסמך אחד</numerusform>
            <numerusform>‏%Ln מסמכים</numerusform>
        </translation>
    </message>
    <message>
        <source>{documents}, {time}</source>
        <translation>{documents}, {time}</translation>
    </message>
    <message>
        <source>over {documents}, {time}</source>
        <translation>מעל {documents}, {time}</translation>
    </message>
    <message>
        <source>no documents</source>
        <translation>אין מסמכים</translation>
    </message>
    <message>
        <source>{documents} so far…</source>
        <translation>עד כה {documents}…</translation>
    </message>
</context>
</TS>
