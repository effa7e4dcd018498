package atelier;

/// Where Atelier starts.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println("Atelier");
    }
}
